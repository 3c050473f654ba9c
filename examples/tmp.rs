fn main() {
    let t = std::time::Instant::now();
    let l = onduty::content::load_shipped();
    let e = t.elapsed();
    for f in &l.findings { println!("{} {} {:?} {:?}", f.code, f.at.file, f.at.span, f.args); }
    println!("{:?} courses {} banks {} scenarios {} walks {} touched {}", e, l.library.courses.len(), l.library.banks.len(), l.library.scenarios.len(), l.walks.len(), l.touched.len());
    for s in l.library.scenarios.values() {
        let stage = onduty::model::scenario::step::Stage::new(s.clone()).unwrap();
        let t = std::time::Instant::now();
        let f = onduty::analysis::faults::faults(&stage);
        let g = onduty::analysis::graph::Graph::new(&stage).map(|g| g.states.len());
        println!("{} {:?} best {:?} states {g:?} {:?}", s.id, f, onduty::analysis::range::range(&stage).ok().and_then(|r| r.best), t.elapsed());
    }
}
