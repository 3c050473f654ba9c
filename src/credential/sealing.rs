//! What is closed to everybody until an invigilator's code is typed: the paper of a sitting.
//!
//! XChaCha20-Poly1305 under a key that scrypt (N = 32768, r = 8, p = 1: 32 MiB, some tenths of a second) makes of the code and a salt. The
//! code is sixteen decimal digits drawn by the machine, 53 bits. Whoever has the file and not the code has to try, on average, half of
//! 10^16 codes: at a million tries a second, which takes some thousands of graphics cards, about 160 years. It does not withstand
//! being written on the door. None of its digits checks the others, which would make ten times fewer of them: whoever slips is told how
//! many digits are missing, and tries again. Salt, nonce and code come in from the shell; nothing is sealed twice under one salt.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::base::digest::Digest;

/// Scrypt's N as a power of two.
const LOG_N: u8 = 15;
/// How many digits a code has.
pub const DIGITS: usize = 16;
/// How many codes there are.
const CODES: u64 = 10_000_000_000_000_000;

/// An invigilator's code. Nothing prints it but `grouped`.
#[derive(PartialEq, Eq)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// From fresh random numbers, of which those that would favour some codes are passed over.
    pub fn drawn(mut chance: impl FnMut() -> [u8; 8]) -> Self {
        let fair = u64::MAX - u64::MAX % CODES;
        let number = std::iter::repeat_with(|| u64::from_be_bytes(chance())).find(|number| *number < fair).unwrap_or_default();
        Self(Zeroizing::new(format!("{:016}", number % CODES)))
    }

    /// As it was typed: sixteen digits, whatever stands between them. `None` for anything else.
    pub fn typed(text: &str) -> Option<Self> {
        let digits: Zeroizing<String> = Zeroizing::new(text.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{3000}')).collect());
        (digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }

    /// In groups of four, as it is printed.
    pub fn grouped(&self) -> Zeroizing<String> {
        let groups: Vec<&str> = (0..DIGITS / 4).map(|n| &self.0[n * 4..n * 4 + 4]).collect();
        Zeroizing::new(groups.join(" "))
    }
}

/// A key that opens one paper.
#[derive(Clone, PartialEq, Eq)]
pub struct SealKey(Zeroizing<[u8; 32]>);

impl SealKey {
    /// From hex.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(hex::decode(text).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// As hex: for the desk that made the paper and has all of it anyway.
    pub fn written(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.as_slice()))
    }

    fn of(code: &Code, salt: &[u8], log_n: u8) -> Option<Self> {
        let cost = scrypt::Params::new(log_n, 8, 1).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        scrypt::scrypt(code.0.as_bytes(), salt, &cost, key.as_mut_slice()).ok()?;
        Some(Self(key))
    }
}

/// The chance that goes into one seal; never twice the same.
#[derive(Clone, Copy)]
pub struct Salts {
    /// For the code.
    pub salt: [u8; 16],
    /// For the cipher.
    pub nonce: [u8; 24],
}

/// A sealed paper, as it lies in files and stores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The cost of the code's key: scrypt's N as a power of two.
    pub log_n: u8,
    /// The salt of the code's key, in hex.
    pub salt: String,
    /// The cipher's nonce, in hex.
    pub nonce: String,
    /// The locked bytes, in base64.
    pub bytes: String,
}

impl Sealed {
    /// Its digest: what the act names that calls to the sitting.
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }

    /// The key that a code makes for it. `None`: its cost is none that we write.
    pub fn key(&self, code: &Code) -> Option<SealKey> {
        let salt = hex::decode(&self.salt).ok()?;
        (self.log_n == LOG_N).then(|| SealKey::of(code, &salt, self.log_n)).flatten()
    }

    /// What is in it; `about` has to be what it was sealed for. `None` for another key, and where anything of it was changed.
    pub fn open(&self, key: &SealKey, about: &str) -> Option<Zeroizing<Vec<u8>>> {
        let nonce: [u8; 24] = hex::decode(&self.nonce).ok()?.try_into().ok()?;
        let bytes = STANDARD.decode(&self.bytes).ok()?;
        let payload = Payload { msg: &bytes, aad: about.as_bytes() };
        cipher(key).decrypt(&XNonce::from(nonce), payload).ok().map(Zeroizing::new)
    }
}

/// Seals bytes under a code; the key comes back for whoever may keep it.
pub fn seal(plain: &[u8], code: &Code, about: &str, salts: Salts) -> (Sealed, SealKey) {
    let key = SealKey::of(code, &salts.salt, LOG_N).expect("these parameters are within scrypt's bounds");
    let payload = Payload { msg: plain, aad: about.as_bytes() };
    let bytes = cipher(&key).encrypt(&XNonce::from(salts.nonce), payload).expect("memory takes every byte");
    let (salt, nonce) = (hex::encode(salts.salt), hex::encode(salts.nonce));
    (Sealed { log_n: LOG_N, salt, nonce, bytes: STANDARD.encode(bytes) }, key)
}

fn cipher(key: &SealKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_opens_by_its_code_alone() {
        let code = Code::typed("1234 5678-9012　3456").expect("sixteen digits");
        assert_eq!(code.grouped().as_str(), "1234 5678 9012 3456");
        let (sealed, key) = seal("您好".as_bytes(), &code, "s-1", Salts { salt: [1; 16], nonce: [2; 24] });
        assert!(sealed.key(&code) == Some(key.clone()) && SealKey::read(&key.written()) == Some(key.clone()));
        let open = |sealed: &Sealed, about| sealed.open(&key, about).map(|it| it.to_vec());
        assert_eq!(open(&sealed, "s-1").as_deref(), Some("您好".as_bytes()));
        assert_eq!(open(&sealed, "s-2"), None, "sealed for another sitting");
        let other = sealed.key(&Code::typed("1234567890123457").expect("sixteen digits")).expect("a key");
        assert_eq!(sealed.open(&other, "s-1"), None);
        for n in [0, sealed.bytes.len() / 2] {
            let mut bytes = sealed.bytes.clone().into_bytes();
            bytes[n] = if bytes[n] == b'A' { b'B' } else { b'A' };
            let bytes = String::from_utf8(bytes).expect("base64");
            assert_eq!(open(&Sealed { bytes, ..sealed.clone() }, "s-1"), None, "a changed byte {n}");
        }
        assert!(Sealed { log_n: 40, ..sealed }.key(&code).is_none(), "a cost that would take a year");
    }

    #[test]
    fn codes_are_digits_and_fair() {
        for bad in ["", "123456789012345", "12345678901234567", "123456789012345x", "１２３４５６７８９０１２３４５６"]
        {
            assert!(Code::typed(bad).is_none(), "{bad}");
        }
        let mut drawn = [[0xff; 8], [0; 8]].into_iter();
        let code = Code::drawn(|| drawn.next().expect("the second is taken"));
        assert_eq!(code.grouped().as_str(), "0000 0000 0000 0000", "the largest numbers are passed over");
    }
}
