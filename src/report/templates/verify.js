'use strict';
// Checks licences in a browser, from what stands in this page alone: nothing is fetched, nothing is sent.
// Ed25519 and SHA are written out here: WebCrypto is missing where a page is opened as a file, and Ed25519 in older browsers.

// --- bytes ---------------------------------------------------------------------------------------------------------------
const utf8 = (text) => new TextEncoder().encode(text);
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const B58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
function base58(text) {
  const out = [];
  for (const c of text) {
    let carry = B58.indexOf(c);
    if (carry < 0) return null;
    for (let i = 0; i < out.length; i++) { carry += out[i] * 58; out[i] = carry & 255; carry >>= 8; }
    while (carry) { out.push(carry & 255); carry >>= 8; }
  }
  for (const c of text) { if (c !== '1') break; out.push(0); }
  return Uint8Array.from(out.reverse());
}

// --- SHA-2: its constants are the first 64 bits behind the point of roots of primes ----------------------------------------
const PRIMES = [];
for (let n = 2n; PRIMES.length < 80; n++) if (PRIMES.every((p) => n % p)) PRIMES.push(n);
function root(n, k) {
  let low = 0n, high = n + 1n;
  while (high - low > 1n) { const mid = (low + high) / 2n; if (mid ** k <= n) low = mid; else high = mid; }
  return low;
}
const M64 = (1n << 64n) - 1n;
const K512 = PRIMES.map((p) => root(p << 192n, 3n) & M64);
const H512 = PRIMES.slice(0, 8).map((p) => root(p << 128n, 2n) & M64);
function sha2(bytes, bits) {
  const w = BigInt(bits / 8), mask = (1n << w) - 1n, size = bits / 4, rounds = bits === 512 ? 80 : 64;
  const high = (words) => words.map((word) => (bits === 512 ? word : word >> 32n));
  const k = high(K512), h = high(H512);
  const turn = (x, n) => ((x >> n) | (x << (w - n))) & mask;
  const [a1, a2, a3, e1, e2, e3, s1, s2, s3, t1, t2, t3] = bits === 512
    ? [28n, 34n, 39n, 14n, 18n, 41n, 1n, 8n, 7n, 19n, 61n, 6n] : [2n, 13n, 22n, 6n, 11n, 25n, 7n, 18n, 3n, 17n, 19n, 10n];
  const padded = new Uint8Array(Math.ceil((bytes.length + 1 + size / 8) / size) * size);
  padded.set(bytes);
  padded[bytes.length] = 128;
  for (let i = 0, n = BigInt(bytes.length) * 8n; n; i++, n >>= 8n) padded[padded.length - 1 - i] = Number(n & 255n);
  for (let at = 0; at < padded.length; at += size) {
    const m = [];
    for (let i = 0; i < rounds; i++) {
      if (i < 16) {
        let word = 0n;
        for (let j = 0; j < size / 16; j++) word = (word << 8n) | BigInt(padded[at + i * (size / 16) + j]);
        m.push(word);
      } else {
        const x = m[i - 15], y = m[i - 2];
        m.push((m[i - 16] + (turn(x, s1) ^ turn(x, s2) ^ (x >> s3)) + m[i - 7] + (turn(y, t1) ^ turn(y, t2) ^ (y >> t3))) & mask);
      }
    }
    let [a, b, c, d, e, f, g, q] = h;
    for (let i = 0; i < rounds; i++) {
      const one = q + (turn(e, e1) ^ turn(e, e2) ^ turn(e, e3)) + ((e & f) ^ (~e & mask & g)) + k[i] + m[i];
      const two = (turn(a, a1) ^ turn(a, a2) ^ turn(a, a3)) + ((a & b) ^ (a & c) ^ (b & c));
      [q, g, f, e, d, c, b, a] = [g, f, e, (d + one) & mask, c, b, a, (one + two) & mask];
    }
    [a, b, c, d, e, f, g, q].forEach((word, i) => { h[i] = (h[i] + word) & mask; });
  }
  const out = new Uint8Array(bits / 8);
  h.forEach((word, i) => { for (let j = bits / 64 - 1; j >= 0; j--) { out[i * (bits / 64) + j] = Number(word & 255n); word >>= 8n; } });
  return out;
}

// --- Ed25519 (RFC 8032), strict: no second signature out of one, no key that anyone can sign for --------------------------
const P = (1n << 255n) - 19n, L = (1n << 252n) + 27742317777372353535851937790883648493n;
const mod = (n) => ((n % P) + P) % P;
function power(n, e) { let out = 1n; for (n = mod(n); e; e >>= 1n, n = mod(n * n)) if (e & 1n) out = mod(out * n); return out; }
const D = mod(-121665n * power(121666n, P - 2n)), I = power(2n, (P - 1n) / 4n);
const little = (bytes) => [...bytes].reduceRight((n, byte) => (n << 8n) | BigInt(byte), 0n);
function point(bytes) {
  const sign = bytes[31] >> 7, y = little(bytes) & ((1n << 255n) - 1n);
  if (y >= P) return null;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * I);
  if (mod(v * x * x) !== u || (x === 0n && sign)) return null;
  if (Number(x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
}
function plus([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2)), c = mod(2n * t1 * t2 * D), d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}
const ZERO = [0n, 1n, 1n, 0n];
function times(n, p) { let out = ZERO; for (; n; n >>= 1n, p = plus(p, p)) if (n & 1n) out = plus(out, p); return out; }
const same = (p, q) => mod(p[0] * q[2] - q[0] * p[2]) === 0n && mod(p[1] * q[2] - q[1] * p[2]) === 0n;
const BASE = point(Uint8Array.from([0x58, ...Array(31).fill(0x66)]));
function signedBy(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) return false;
  const a = point(key), r = point(signature.slice(0, 32)), s = little(signature.slice(32));
  if (!a || !r || s >= L || same(times(8n, a), ZERO) || same(times(8n, r), ZERO)) return false;
  const k = little(sha2(join(signature.slice(0, 32), key, message), 512)) % L;
  return same(times(s, BASE), plus(r, times(k, a)));
}
function keyOf(did) {
  const bytes = typeof did === 'string' && did.startsWith('did:key:z') && did.length < 140 ? base58(did.slice(9)) : null;
  return bytes && bytes.length === 34 && bytes[0] === 0xed && bytes[1] === 1 ? bytes.slice(2) : null;
}

// --- JSON: read strictly, written canonically (RFC 8785) ------------------------------------------------------------------
function readJson(text) {
  const value = JSON.parse(text);
  const keys = [];
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g) || [];
  tokens.forEach((token, i) => {
    if (token === '{' || token === '[') keys.push(new Set());
    else if (token === '}' || token === ']') keys.pop();
    else if (token[0] === '"' && tokens[i + 1] === ':') {
      const key = JSON.parse(token), seen = keys[keys.length - 1];
      if (seen.has(key)) throw new Error('twice: ' + key);
      seen.add(key);
    }
  });
  return value;
}
function canonical(value) {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
}
const digest = (value) => sha2(utf8(canonical(value)), 256);

// --- verdicts -------------------------------------------------------------------------------------------------------------
function proven(doc) {
  if (!Array.isArray(doc.proof) || doc.proof.length === 0) return 'unproven';
  const bare = { ...doc };
  delete bare.proof;
  let good = false;
  for (const proof of doc.proof) {
    // The second way of signing says the same; it takes more than a page to check it.
    if (proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'eddsa-rdfc-2022') continue;
    if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-jcs-2022') return 'unproven';
    const options = { ...proof };
    delete options.proofValue;
    const [did, end] = String(proof.verificationMethod).split('#');
    const key = keyOf(did), value = String(proof.proofValue);
    const right = key && end === did.slice(8) && proof.proofPurpose === 'assertionMethod' && did === (doc.issuer || {}).id
      && (!proof['@context'] || canonical(proof['@context']) === canonical(doc['@context'])) && value[0] === 'z' && value.length < 130;
    const signature = right && base58(value.slice(1));
    if (!signature || !signedBy(key, join(digest(options), digest(bare)), signature)) return 'altered';
    good = true;
  }
  return good ? 'good' : 'unproven';
}
/** What the lists in the page say: only those count that the licence's own issuer signed, and that have its place; of several the newest. */
function lookedUp(says, { purpose, list, index }) {
  const theirs = DATA.status.filter((it) => says.status.length > 0 && it.did === says.did && it.purpose === purpose && (list ? list === it.address : index < it.places));
  const newest = theirs.reduce((one, other) => (one && one.at >= other.at ? one : other), null);
  return { purpose, newest, taken: newest !== null && newest.taken.includes(index) };
}
function believed(says, now) {
  if (DATA.issuers.length === 0) says.trusted = undefined;
  else {
    const issuer = DATA.issuers.find((it) => it.did === says.did);
    if (!issuer) return 'unknown-issuer';
    // A key that was retired is believed for what it signed before.
    if (issuer.until !== null && Math.max(says.from, says.signed || 0) > issuer.until) return 'key-retired';
  }
  if (!(now >= says.from)) return 'not-yet-valid';
  if (says.until !== null && !(now < says.until)) return 'expired';
  const named = says.status.length > 0 ? says.status : [{ purpose: 'revocation' }, { purpose: 'suspension' }];
  says.looked = named.map((it) => lookedUp(says, it));
  const taken = says.looked.filter((it) => it.taken).map((it) => it.purpose);
  if (taken.length > 0) return taken.includes('revocation') ? 'revoked' : 'suspended';
  return DATA.issuers.length === 0 ? 'issuer-not-checked' : 'good';
}
const named = (did) => (DATA.issuers.find((it) => it.did === did) || {}).name;
function ofDocument(text, now) {
  let doc;
  try { doc = readJson(text.replace(/^\ufeff/, '')); } catch { return { conclusion: 'unreadable' }; }
  const subject = doc && doc.credentialSubject;
  if (!subject || !Array.isArray(doc.type) || !doc.type.includes('OpenBadgeCredential') || !subject.achievement) return { conclusion: 'not-a-licence' };
  const identity = (subject.identifier || [])[0] || {};
  const notes = [doc.evidence || []].flat().filter((it) => String(it.genre).startsWith('note/')).map((it) => it.narrative);
  const status = [doc.credentialStatus || []].flat().map((it) => ({
    purpose: it.statusPurpose, list: it.statusListCredential, index: Number(it.statusListIndex) }));
  const signed = Math.max(0, ...[doc.proof || []].flat().map((it) => Date.parse(it.created) || 0));
  const says = {
    did: (doc.issuer || {}).id, number: subject.licenseNumber, holder: identity.hashed ? '' : identity.identityHash, title: doc.name,
    scope: subject.achievement.description, notes, status, signed, from: Date.parse(doc.validFrom), until: doc.validUntil === undefined ? null : Date.parse(doc.validUntil),
  };
  const proof = proven(doc);
  return { conclusion: proof === 'good' ? believed(says, now) : proof, says };
}
function ofCode(text, now) {
  text = text.trim().replace(/^\ufeff/, '');
  const at = text.lastIndexOf('onduty:');
  const line = text.slice(0, at).trim(), all = base58(text.slice(at + 7));
  if (at < 0 || text.length > 2048 || !all || all.length !== 127 || all[0] !== 1) return { conclusion: 'unreadable' };
  const head = all.slice(0, 63), key = head.slice(31), chars = [...line];
  const seconds = (i) => 1000 * [...head.slice(i, i + 5)].reduce((n, byte) => n * 256 + byte, 0);
  const part = (i) => chars.slice(head[i], head[i] + head[i + 1]).join('');
  const did = 'did:key:z' + toBase58(join([0xed, 1], key));
  // The serial stands at the end of the number, and is its place in all lists of its issuer. What else may stand there is beyond them.
  const number = part(1), index = Number(number.split('-').pop());
  const status = ['revocation', 'suspension'].map((purpose) => ({ purpose, index }));
  const says = { did, number, holder: part(3), line, notes: [], status, from: seconds(5), until: seconds(10) };
  if (!signedBy(key, join(utf8('onduty short 1\0' + line + '\n'), head), all.slice(63))) return { conclusion: 'altered', says };
  return { conclusion: believed(says, now), says };
}
function toBase58(bytes) {
  let n = [...bytes].reduce((n, byte) => (n << 8n) | BigInt(byte), 0n), out = '';
  for (; n; n /= 58n) out = B58[Number(n % 58n)] + out;
  return out;
}
function ofText(text, now) {
  const baked = text.match(/<openbadges:credential[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>/);
  if (baked) return ofDocument(baked[1], now);
  return text.includes('onduty:') && !/^\s*[{[]/.test(text.replace(/^\ufeff/, '')) ? ofCode(text, now) : ofDocument(text, now);
}
/** The document within a picture: one `iTXt` chunk of a PNG. */
function ofFile(bytes, now) {
  if (bytes[0] !== 0x89 || bytes[1] !== 0x50) return ofText(new TextDecoder().decode(bytes), now);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const data = bytes.slice(at + 8, at + 8 + view.getUint32(at));
    const name = new TextDecoder().decode(data.slice(0, 20));
    if (new TextDecoder().decode(bytes.slice(at + 4, at + 8)) !== 'iTXt' || !name.startsWith('openbadgecredential\0') || data[20]) continue;
    let from = 22;
    for (let zeros = 0; zeros < 2; from++) if (data[from] === 0 || from > data.length) zeros++;
    return ofDocument(new TextDecoder().decode(data.slice(from)), now);
  }
  return { conclusion: 'not-a-licence' };
}

// --- the page -------------------------------------------------------------------------------------------------------------
const DATA = JSON.parse(document.getElementById('data').textContent);
const find = (id) => document.getElementById(id);
let lang = DATA.lang, last = null;
const say = (key) => DATA.words[lang][key] || key;
function day(at, end) {
  return Number.isFinite(at) ? new Date(end ? at - 1000 : at).toLocaleDateString('sv-SE', { timeZone: DATA.zone }) : '–';
}
function speak() {
  document.documentElement.lang = lang;
  document.title = say('title');
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say);
  const without = ['revocation', 'suspension'].filter((purpose) => DATA.status.every((it) => it.purpose !== purpose)).map((purpose) => say('no-' + purpose));
  find('made').textContent = DATA.status.length > 0 ? [say('made').replace('{0}', DATA.made), ...without].join(' ') : say('no-lists');
  find('issuers').replaceChildren(...DATA.issuers.map((it) => row(called(it), it.did)));
  find('nobody').hidden = DATA.issuers.length > 0;
  find('compare').hidden = DATA.issuers.length === 0;
  if (last) show(last);
}
function called(issuer) {
  const until = issuer.until ? say('key-until').replace('{0}', day(issuer.until)) : '';
  return [issuer.name, issuer.code && `(${issuer.code})`, until].filter((it) => it).join(' ');
}
function row(name, text) {
  const [div, dt, dd] = ['div', 'dt', 'dd'].map((tag) => document.createElement(tag));
  [dt.textContent, dd.textContent] = [name, text];
  div.append(dt, dd);
  return div;
}
const age = (list) => Math.floor((now() - list.at) / 86400000);
/** Whether one list is there, and recent enough to say no. */
const knows = ({ newest }) => newest !== null && age(newest) <= DATA.oldest;
/** What one list says, and of when it is. */
function told(it) {
  if (it.newest === null) return say('list-none');
  return say(it.taken ? 'list-taken' : knows(it) ? 'list-clear' : 'list-old').replace('{0}', it.newest.local).replace('{1}', age(it.newest));
}
function show(result) {
  last = result;
  const { conclusion, says } = result, verdict = find('verdict');
  verdict.dataset.conclusion = conclusion;
  const isOpen = conclusion === 'issuer-not-checked' || (conclusion === 'good' && !says.looked.every(knows));
  verdict.className = isOpen ? 'open' : conclusion === 'good' ? 'good' : 'bad';
  find('said').textContent = say(isOpen && conclusion === 'good' ? 'conclusion-good-so-far' : 'conclusion-' + conclusion);
  const rows = [];
  if (says) {
    const firm = ['good', 'expired', 'not-yet-valid', 'revoked', 'suspended'].includes(conclusion);
    rows.push(row(say(firm ? 'says' : 'claims'), says.line || ''));
    const facts = [['holder', says.holder || say('nameless')], ['number', says.number], ['licence', says.title], ['issuer', firm && named(says.did)],
      ['valid', `${day(says.from)} – ${says.until === null ? '' : day(says.until, true)}`], ['scope', says.scope], ...says.notes.map((note) => ['note', note]),
      ...(says.looked || []).map((it) => [it.purpose, told(it)])];
    for (const [key, text] of facts) if (typeof text === 'string' && text) rows.push(row(say(key), text));
  }
  find('facts').replaceChildren(...rows);
  verdict.hidden = false;
}
const now = () => Date.now();
/** What nobody foresaw in a file is no reason to go on showing the verdict on another. */
function judged(read) {
  try { return read(); } catch { return { conclusion: 'unreadable' }; }
}
async function take(file) {
  if (!file) return;
  const bytes = file.size > 8 << 20 ? null : new Uint8Array(await file.arrayBuffer());
  show(judged(() => ofFile(bytes, now())));
}
find('file').addEventListener('change', (event) => take(event.target.files[0]));
find('check').addEventListener('click', () => show(judged(() => ofText(find('text').value, now()))));
find('other').addEventListener('click', () => { lang = lang === 'en' ? 'zh-CN' : 'en'; speak(); });
for (const name of ['dragover', 'drop']) {
  document.addEventListener(name, (event) => { event.preventDefault(); if (name === 'drop') take(event.dataTransfer.files[0]); });
}
document.addEventListener('paste', (event) => { if (event.clipboardData.files[0]) take(event.clipboardData.files[0]); });
// A page that was saved is nobody's verdict.
find('verdict').hidden = true;
speak();
// A link may carry what is to be checked behind its `#`; that part is never sent anywhere.
if (location.hash.length > 1) { find('text').value = decodeURIComponent(location.hash.slice(1)); find('check').click(); }
