//! Key files open with their passphrase only, here and in OpenSSL.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::*;

const SALTS: Salts = Salts { salt: [3; 16], iv: [4; 16] };
const PASSPHRASE: &[u8] = "岗前 staple".as_bytes();

fn key() -> Secret {
    Secret::from_seed(&[9; 32])
}

fn file() -> String {
    lock(&key(), PASSPHRASE, SALTS).to_string()
}

/// The same with the least work for a passphrase, for tests that try many.
fn weak() -> String {
    locked(&key(), PASSPHRASE, SALTS, 1).to_string()
}

/// What OpenSSL makes of an input; `None` where it is not installed (macOS has LibreSSL under its name, which knows no scrypt).
fn openssl(args: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let version = Command::new("openssl").arg("version").output().ok()?;
    if !version.stdout.starts_with(b"OpenSSL ") {
        return None;
    }
    let mut openssl = Command::new("openssl");
    let openssl = openssl.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = openssl.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "openssl {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    Some(out.stdout)
}

/// The name of a public key as OpenSSL writes it: the last 32 bytes are the key.
fn name_of(public: &[u8]) -> String {
    let key = &public[public.len() - 32..];
    format!("did:key:z{}", bs58::encode([&[0xed, 0x01], key].concat()).into_string())
}

#[test]
fn a_locked_key_opens_with_its_passphrase_only() {
    let text = file();
    assert_eq!(unlock(&text, PASSPHRASE).unwrap().did(), key().did());
    assert_eq!(named(&text), Some(key().did()));
    for wrong in [b"".as_slice(), b"staple", "岗前 staple ".as_bytes()] {
        assert_eq!(unlock(&text, wrong).unwrap_err(), KeyTrouble::WrongPassphrase);
    }
}

#[test]
fn a_wrong_passphrase_is_never_called_damage() {
    let text = weak();
    let mut slipped = 0;
    for guess in 0..2000 {
        let guess = format!("guess {guess}");
        assert_eq!(unlock(&text, guess.as_bytes()).unwrap_err(), KeyTrouble::WrongPassphrase, "{guess}");
        let der = armoured(&text).unwrap();
        let noise = EncryptedPrivateKeyInfoRef::from_der(der.as_bytes()).unwrap().decrypt(guess.as_bytes());
        slipped += usize::from(!matches!(noise, Err(pkcs8::Error::EncryptedPrivateKey(_))));
    }
    assert!(slipped > 0, "some pass the padding and are noise all the same");
}

#[test]
fn a_file_survives_mail_and_windows() {
    let text = weak();
    for kept in [text.replace('\n', "\r\n"), text.replace('\n', "  \n"), format!("{text}\n\n-- \nsent from afar\n")] {
        assert_eq!(unlock(&kept, PASSPHRASE).unwrap().did(), key().did());
    }
    let bare = text.split_once('\n').unwrap().1;
    assert_eq!(unlock(bare, PASSPHRASE).unwrap().did(), key().did(), "without its name above");
}

#[test]
fn other_things_are_no_key_files() {
    let open = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n";
    for other in ["", "did = 1", open, "-----BEGIN"] {
        assert_eq!(unlock(other, PASSPHRASE).unwrap_err(), KeyTrouble::NotAKeyFile, "{other}");
    }
}

#[test]
fn damage_never_gives_another_key() {
    let text = weak();
    let begin = text.find("KEY-----\n").unwrap() + 9;
    let end = text.find("-----END").unwrap();
    assert_eq!(unlock(&text[..end], PASSPHRASE).unwrap_err(), KeyTrouble::Damaged, "cut");
    assert_eq!(unlock(&format!("{}{}", &text[..begin], &text[begin + 30..]), PASSPHRASE).unwrap_err(), KeyTrouble::Damaged);

    let head = &text[..begin - "-----BEGIN ENCRYPTED PRIVATE KEY-----\n".len()];
    let der = armoured(&text).unwrap();
    let mut kinds = Vec::new();
    for bit in 0..der.as_bytes().len() * 8 {
        let mut hurt = der.as_bytes().to_vec();
        hurt[bit / 8] ^= 1 << (bit % 8);
        let Ok(document) = SecretDocument::try_from(hurt) else { continue };
        let pem = document.to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF).unwrap();
        match unlock(&format!("{head}{}", *pem), PASSPHRASE) {
            Ok(same) => assert_eq!(same.did(), key().did(), "bit {bit} gave another key"),
            Err(why) => kinds.push(why),
        }
    }
    for kind in [KeyTrouble::Damaged, KeyTrouble::WrongPassphrase, KeyTrouble::OtherKind] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn a_file_that_asks_for_the_whole_machine_is_refused() {
    let cost = pkcs5::scrypt::Params::new(22, 8, 1).unwrap();
    let greedy = pbes2::Parameters::generate_scrypt_aes256cbc(cost, &[0; 16], [0; 16]).unwrap();
    assert_eq!(within_bounds(&greedy.into()), Err(KeyTrouble::OtherKind));
    let slow = pbes2::Parameters::generate_pbkdf2_sha256_aes256cbc(90_000_000, &[0; 16], [0; 16]).unwrap();
    assert_eq!(within_bounds(&slow.into()), Err(KeyTrouble::OtherKind));
}

#[test]
fn openssl_reads_what_is_written_here() {
    // Windows hands arguments on in another encoding.
    let passphrase = if cfg!(windows) { "staple" } else { "岗前 staple" };
    let text = lock(&key(), passphrase.as_bytes(), SALTS);
    let passin = format!("pass:{passphrase}");
    let Some(public) = openssl(&["pkey", "-passin", &passin, "-pubout", "-outform", "DER"], text.as_bytes()) else { return };
    assert_eq!(name_of(&public), key().did().as_str());
}

#[test]
fn what_openssl_writes_is_read_here() {
    let locked = ["-aes-256-cbc", "-pass", "pass:x y"];
    let Some(pem) = openssl(&[["genpkey", "-algorithm", "ed25519"], locked].concat(), b"") else { return };
    let pem = String::from_utf8(pem).unwrap();
    assert_eq!(named(&pem), None);
    let public = openssl(&["pkey", "-passin", "pass:x y", "-pubout", "-outform", "DER"], pem.as_bytes()).unwrap();
    assert_eq!(unlock(&pem, b"x y").unwrap().did().as_str(), name_of(&public));

    let curve = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
    let other = openssl(&[curve.as_slice(), &locked].concat(), b"").unwrap();
    assert_eq!(unlock(&String::from_utf8(other).unwrap(), b"x y").unwrap_err(), KeyTrouble::OtherKind);
}
