//! Locking and unlocking: wrong passphrases, damage, files that ask for too much. What OpenSSL makes of a key file is looked at in
//! `tests/openssl.rs`.

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
