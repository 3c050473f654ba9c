//! The holder's picture: a PNG or JPEG, put into the drawing as it is.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    kind: &'static str,
    bytes: Vec<u8>,
}

impl Photo {
    /// The most bytes of a picture: passport photos have far fewer.
    pub const MOST_BYTES: u64 = 4 << 20;

    /// `None`: neither a PNG nor a JPEG.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let kind = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            _ => return None,
        };
        Some(Self { kind, bytes })
    }

    /// As a drawing names it.
    pub(super) fn address(&self) -> String {
        format!("data:{};base64,{}", self.kind, STANDARD.encode(&self.bytes))
    }
}
