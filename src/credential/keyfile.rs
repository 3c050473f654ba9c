//! A signing key at rest: PKCS#8 under a passphrase, as text, which `openssl pkey` reads too.
//!
//! Scrypt (N = 16384, r = 8, p = 1) and AES-256-CBC; salt and iv come in from the shell. AES-CBC does not notice a flipped bit in the
//! middle of a key, so the key's public name stands in the line above the PEM block (OpenSSL skips it) and must fit what is unlocked.

use pkcs8::der::asn1::{ObjectIdentifier, OctetStringRef};
use pkcs8::der::{Decode as _, pem::PemLabel as _};
use pkcs8::pkcs5::pbes2::{self, Kdf};
use pkcs8::pkcs5::{self, EncryptionScheme};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef, SecretDocument};
use zeroize::Zeroizing;

use super::keys::{Public, Secret};
use crate::base::id::Did;

/// `id-Ed25519` of RFC 8410.
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
/// An octet string of 32 bytes follows: how RFC 8410 wraps the key.
const INNER: [u8; 2] = [0x04, 0x20];
/// Scrypt's N as a power of two: what OpenSSL accepts without options.
const LOG_N: u8 = 14;
/// The most memory that reading a file may take, in bytes: a forged file must not fill the machine.
const MOST_MEMORY: u64 = 256 << 20;
/// The most rounds of PBKDF2 (`openssl genpkey` writes such files) that reading may take.
const MOST_ROUNDS: u32 = 10_000_000;

/// Why a key could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyTrouble {
    /// There is no encrypted private key in this text.
    NotAKeyFile,
    /// There is one, but it has been cut or changed.
    Damaged,
    /// It does not open with this passphrase (or the locked part has been changed: there is no telling).
    WrongPassphrase,
    /// It is of another kind than Ed25519, or locked in a way not read here.
    OtherKind,
}

/// The chance that goes into one file; never twice the same.
#[derive(Clone, Copy)]
pub struct Salts {
    /// For the passphrase.
    pub salt: [u8; 16],
    /// For the cipher.
    pub iv: [u8; 16],
}

/// Locks a key under a passphrase: the text of its file.
pub fn lock(key: &Secret, passphrase: &[u8], salts: Salts) -> Zeroizing<String> {
    locked(key, passphrase, salts, LOG_N)
}

fn locked(key: &Secret, passphrase: &[u8], salts: Salts, log_n: u8) -> Zeroizing<String> {
    let sealed = sealed(key, passphrase, salts, log_n).expect("48 bytes under fixed parameters always encrypt");
    let pem = sealed.to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF).expect("a short document fits PEM");
    Zeroizing::new(format!("{}\n{}", key.did(), *pem))
}

fn sealed(key: &Secret, passphrase: &[u8], salts: Salts, log_n: u8) -> pkcs8::Result<SecretDocument> {
    let cost = pkcs5::scrypt::Params::new(log_n, 8, 1).expect("these parameters are within scrypt's bounds");
    let parameters = pbes2::Parameters::generate_scrypt_aes256cbc(cost, &salts.salt, salts.iv)?;
    let inner = Zeroizing::new([INNER.as_slice(), key.seed().as_slice()].concat());
    let algorithm = AlgorithmIdentifierRef { oid: ED25519, parameters: None };
    // Without the public key it is version 1, the only one that OpenSSL 3.0 reads.
    PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&inner)?).encrypt_with_params(parameters, passphrase)
}

/// The public name written above the key, readable without the passphrase. Not proven: whoever can write the file can change it.
pub fn named(text: &str) -> Option<Did> {
    let did = Did::from(text.lines().next()?.trim());
    Public::of(&did).map(|_| did)
}

/// Unlocks a key.
///
/// # Errors
/// See [`KeyTrouble`].
pub fn unlock(text: &str, passphrase: &[u8]) -> Result<Secret, KeyTrouble> {
    let der = armoured(text)?;
    let locked = EncryptedPrivateKeyInfoRef::from_der(der.as_bytes()).map_err(|_| KeyTrouble::Damaged)?;
    within_bounds(&locked.encryption_algorithm)?;
    let open = locked.decrypt(passphrase).map_err(|e| match e {
        pkcs8::Error::EncryptedPrivateKey(pkcs5::Error::UnsupportedAlgorithm { .. }) => KeyTrouble::OtherKind,
        pkcs8::Error::EncryptedPrivateKey(pkcs5::Error::AlgorithmParametersInvalid { .. }) => KeyTrouble::Damaged,
        _ => KeyTrouble::WrongPassphrase,
    })?;
    // A wrong passphrase slips through the padding once in 256 times; then this is noise.
    let info = PrivateKeyInfoRef::from_der(open.as_bytes()).map_err(|_| KeyTrouble::WrongPassphrase)?;
    if info.algorithm.oid != ED25519 {
        return Err(KeyTrouble::OtherKind);
    }
    let seed = info.private_key.as_bytes().strip_prefix(INNER.as_slice()).and_then(|seed| seed.try_into().ok());
    let key = Secret::from_seed(seed.ok_or(KeyTrouble::Damaged)?);
    match named(text) {
        Some(did) if did != key.did() => Err(KeyTrouble::Damaged),
        _ => Ok(key),
    }
}

/// The block between the dashes; what stands around it and spaces at line ends are passed over, as a mail may leave them.
fn armoured(text: &str) -> Result<SecretDocument, KeyTrouble> {
    let (begin, end) = ("-----BEGIN ENCRYPTED PRIVATE KEY-----", "-----END ENCRYPTED PRIVATE KEY-----");
    let from = text.find(begin).ok_or(KeyTrouble::NotAKeyFile)?;
    let block = text[from..].find(end).map(|at| &text[from..from + at + end.len()]).ok_or(KeyTrouble::Damaged)?;
    let block: Vec<&str> = block.lines().map(str::trim).collect();
    SecretDocument::from_pem(&block.join("\n")).map(|(_, document)| document).map_err(|_| KeyTrouble::Damaged)
}

fn within_bounds(scheme: &EncryptionScheme) -> Result<(), KeyTrouble> {
    let EncryptionScheme::Pbes2(parameters) = scheme else { return Err(KeyTrouble::OtherKind) };
    let fits = match &parameters.kdf {
        // pkcs5 0.8 panics on a cost of 0.
        Kdf::Scrypt(s) if !s.cost_parameter.is_power_of_two() || s.cost_parameter == 1 => return Err(KeyTrouble::Damaged),
        Kdf::Scrypt(s) => {
            let memory = s.cost_parameter.saturating_mul(u64::from(s.block_size)).saturating_mul(128);
            memory.saturating_mul(u64::from(s.parallelization)) <= MOST_MEMORY
        }
        Kdf::Pbkdf2(p) => p.iteration_count <= MOST_ROUNDS,
        _ => false,
    };
    if fits { Ok(()) } else { Err(KeyTrouble::OtherKind) }
}

#[cfg(test)]
mod tests;
