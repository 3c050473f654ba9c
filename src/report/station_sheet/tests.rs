use super::*;
#[test]
#[allow(clippy::disallowed_methods)]
fn look() {
    let loaded = crate::content::load_shipped();
    let shelf = crate::content::load(vec![crate::content::files::Root::read(std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/shelf"
    )))]);
    let scheme = shelf.library.licences.values().find(|s| s.id.as_str() == "hands").unwrap();
    let mut all: Vec<Station> = loaded.library.stations.values().cloned().collect();
    all.extend(shelf.library.stations.values().cloned());
    for (tongue, name) in [(crate::locale::Tongue::Zh, Some("李雷")), (crate::locale::Tongue::En, None)] {
        let words = Words::new(tongue);
        let sheet = Sheet { scheme, stations: &all, candidate: name };
        std::fs::write(format!("/tmp/paper/{}.html", tongue.tag()), page(&sheet, &words, &tongue.lang())).unwrap();
    }
}
