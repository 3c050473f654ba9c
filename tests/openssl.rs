//! OpenSSL and onduty read each other's keys: what is locked here opens there, and the other way round.
//!
//! Where no OpenSSL is installed these tests cannot look: they say so on stderr, past the test runner, and fail where `CI` is set.

use std::io::Write as _;
use std::process::{Command, Stdio};

use onduty::credential::keyfile::{KeyTrouble, Salts, lock, named, unlock};
use onduty::credential::keys::Secret;

use crate::office::{Office, PASSPHRASE};

/// An OpenSSL that knows Ed25519 and scrypt: 1.1.1 or later. macOS has LibreSSL under its name, which knows no scrypt.
struct OpenSsl;

impl OpenSsl {
    /// The one that is installed.
    fn find() -> Option<Self> {
        let version = Command::new("openssl").arg("version").output().map(|out| out.stdout).unwrap_or_default();
        let version = String::from_utf8_lossy(&version);
        let numbers = version.strip_prefix("OpenSSL ").unwrap_or_default();
        let major = numbers.split('.').next().and_then(|major| major.parse::<u32>().ok());
        if numbers.starts_with("1.1.1") || major >= Some(3) {
            return Some(Self);
        }
        let why = format!("no OpenSSL 1.1.1 or later ({}): nothing was checked against it", version.trim());
        assert!(std::env::var_os("CI").is_none_or(|ci| ci.is_empty()), "{why}");
        // `eprintln!` is swallowed where a test passes.
        let _ = writeln!(std::io::stderr(), "{why}");
        None
    }

    /// What it makes of an input; what it says where it refuses.
    fn run(&self, args: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
        let mut openssl = Command::new("openssl");
        let openssl = openssl.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = openssl.spawn().expect("it ran before");
        // Where it refuses at once it does not read on.
        let _ = child.stdin.take().expect("it is piped").write_all(input);
        let out = child.wait_with_output().expect("it ends");
        if out.status.success() { Ok(out.stdout) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned()) }
    }

    /// The name of the key in a locked file.
    fn name(&self, pem: &str, passphrase: &str) -> Result<String, String> {
        let pass = format!("pass:{passphrase}");
        let public = self.run(&["pkey", "-passin", &pass, "-pubout", "-outform", "DER"], pem.as_bytes())?;
        // The last 32 bytes are the key.
        let key = &public[public.len() - 32..];
        Ok(format!("did:key:z{}", bs58::encode([&[0xed, 0x01], key].concat()).into_string()))
    }
}

#[test]
fn openssl_reads_what_is_written_here() {
    let Some(openssl) = OpenSsl::find() else { return };
    // Windows hands arguments on in another encoding.
    let passphrase = if cfg!(windows) { "staple" } else { "岗前 staple" };
    let key = Secret::from_seed(&[9; 32]);
    let text = lock(&key, passphrase.as_bytes(), Salts { salt: [3; 16], iv: [4; 16] });
    assert_eq!(openssl.name(&text, passphrase), Ok(key.did().to_string()));
    assert!(openssl.name(&text, "another one").is_err());
}

#[test]
fn openssl_reads_a_key_of_staff_and_the_issuing_key() {
    let Some(openssl) = OpenSsl::find() else { return };
    let office = Office::empty();
    let _ = office.add_staff("钱发", &["issuer"]);
    let _ = office.new_key("SH1", "晨光");
    let files: Vec<_> = std::fs::read_dir(office.desk.path("data/keys")).expect("a folder of keys").collect();
    assert_eq!(files.len(), 2);
    for file in files {
        let text = std::fs::read_to_string(file.expect("readable").path()).expect("text");
        let did = named(&text).expect("its name").to_string();
        assert_eq!(openssl.name(&text, PASSPHRASE), Ok(did));
        assert!(openssl.name(&text, "another one").is_err());
    }
}

#[test]
fn what_openssl_writes_is_read_here() {
    let Some(openssl) = OpenSsl::find() else { return };
    let locked = ["-aes-256-cbc", "-pass", "pass:x y"];
    let made = |kind: &[&str]| {
        let pem = openssl.run(&[&["genpkey", "-algorithm"], kind, &locked].concat(), b"").expect("it makes keys");
        String::from_utf8(pem).expect("PEM is text")
    };
    let pem = made(&["ed25519"]);
    assert_eq!(named(&pem), None);
    assert_eq!(openssl.name(&pem, "x y"), Ok(unlock(&pem, b"x y").expect("it opens").did().to_string()));
    let other = made(&["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    assert_eq!(unlock(&other, b"x y").expect_err("another kind"), KeyTrouble::OtherKind);
}
