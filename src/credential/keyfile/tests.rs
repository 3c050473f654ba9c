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

/// What OpenSSL makes of an input; `None` where it is not installed.
fn openssl(args: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut child =
        Command::new("openssl").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(input).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "openssl {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    Some(out.stdout)
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
    // One in 256 passes the padding; among so many that happens.
    let text = file();
    for n in 0..300 {
        assert_eq!(unlock(&text, format!("guess {n}").as_bytes()).unwrap_err(), KeyTrouble::WrongPassphrase, "{n}");
    }
}

#[test]
fn a_file_survives_mail_and_windows() {
    let text = file();
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
    let text = file();
    let begin = text.find("KEY-----\n").unwrap() + 9;
    let end = text.find("-----END").unwrap();
    assert_eq!(unlock(&text[..end], PASSPHRASE).unwrap_err(), KeyTrouble::Damaged, "cut");
    assert_eq!(unlock(&format!("{}{}", &text[..begin], &text[begin + 30..]), PASSPHRASE).unwrap_err(), KeyTrouble::Damaged);
    let mut kinds = Vec::new();
    for at in begin..end {
        if text.as_bytes()[at] == b'\n' {
            continue;
        }
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        let hurt = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        match unlock(&hurt, PASSPHRASE) {
            Ok(same) => assert_eq!(same.did(), key().did(), "a changed letter at {at} gave another key"),
            Err(why) => kinds.push(why),
        }
    }
    assert!(kinds.contains(&KeyTrouble::Damaged) && kinds.contains(&KeyTrouble::WrongPassphrase));
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
    let passin = format!("pass:{}", std::str::from_utf8(PASSPHRASE).unwrap());
    let args = ["pkey", "-passin", &passin, "-pubout", "-outform", "DER"];
    let Some(public) = openssl(&args, file().as_bytes()) else { return };
    // An Ed25519 SubjectPublicKeyInfo ends with the 32 bytes of the key.
    let did = format!("did:key:z{}", bs58::encode([&[0xed, 0x01], &public[public.len() - 32..]].concat()).into_string());
    assert_eq!(did, key().did().as_str());
}

#[test]
fn what_openssl_writes_is_read_here() {
    let args = ["genpkey", "-algorithm", "ed25519", "-aes-256-cbc", "-pass", "pass:x y"];
    let Some(pem) = openssl(&args, b"") else { return };
    let pem = String::from_utf8(pem).unwrap();
    assert_eq!(named(&pem), None);
    let key = unlock(&pem, b"x y").unwrap();
    let public = openssl(&["pkey", "-passin", "pass:x y", "-pubout", "-outform", "DER"], pem.as_bytes()).unwrap();
    let did = format!("did:key:z{}", bs58::encode([&[0xed, 0x01], &public[public.len() - 32..]].concat()).into_string());
    assert_eq!(did, key.did().as_str());

    let rsa =
        openssl(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes-256-cbc", "-pass", "pass:x"], b"");
    let rsa = String::from_utf8(rsa.unwrap()).unwrap();
    assert_eq!(unlock(&rsa, b"x").unwrap_err(), KeyTrouble::OtherKind);
}
