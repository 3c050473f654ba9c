//! Rebuilds the program when the shipped library changes, which is embedded in it.

fn main() {
    println!("cargo:rerun-if-changed=courses");
    println!("cargo:rerun-if-changed=quizzes");
}
