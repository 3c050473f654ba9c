//! An event or an act as the bytes that are kept, and back.
//!
//! Their digest is over these bytes, so they are never written anew. What is old has to read for ever: a field added to
//! `Event`, `Plan` or `Deed` is optional and left out of the JSON where it is absent, so that the old still comes to the same bytes;
//! anything beyond that gets a format number beside the bytes (a schema step) and its own reading here.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::digest::{Digest, canonical};

/// Its canonical JSON and the digest of that.
pub fn encode<T: Serialize>(it: &T) -> (String, Digest) {
    let bytes = canonical(it);
    let digest = Digest::of_bytes(&bytes);
    (String::from_utf8(bytes).expect("JSON is UTF-8"), digest)
}

/// What these bytes are; `None` where they are nothing of the kind, or something of which this program would lose a part.
pub fn decode<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let it: T = serde_json::from_slice(bytes).ok()?;
    (canonical(&it) == bytes).then_some(it)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use crate::attempt::event::{Body, Event};
    use crate::base::digest::Digest;
    use crate::base::moment::Moment;

    /// Written by the first version; it must read, and come to the same digest, in every later one.
    const OLD: &str = concat!(
        r#"{"at":1700000000000,"attempt":"a-1","body":{"event":"read","lesson":"golden-seconds"},"by":"l-1","#,
        r#""previous":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","seq":1}"#
    );

    #[test]
    fn an_old_event_reads_and_keeps_its_digest() {
        let event = Event {
            attempt: "a-1".into(),
            seq: 1,
            at: Moment(1_700_000_000_000),
            by: "l-1".into(),
            body: Body::Read { lesson: "golden-seconds".into() },
            previous: Some(Digest::of_bytes(b"abc")),
        };
        assert_eq!(decode(OLD.as_bytes()), Some(event.clone()));
        assert_eq!(encode(&event), (OLD.to_owned(), event.digest()));
    }

    #[test]
    fn what_would_be_lost_is_refused() {
        assert_eq!(
            decode(OLD.replace(r#","seq""#, r#","place":"Harbin","seq""#).as_bytes()),
            None::<Event>,
            "a field unknown to us"
        );
        assert_eq!(decode(OLD.replace(r#""seq":1"#, r#""seq": 1"#).as_bytes()), None::<Event>, "not canonical");
        assert_eq!(decode(b"{}"), None::<Event>);
    }
}
