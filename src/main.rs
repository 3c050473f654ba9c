//! The `onduty` binary: arguments in, exit code out. Everything else is the library's.

use std::process::ExitCode;

#[allow(clippy::disallowed_methods, reason = "arguments are read here only")]
fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    ExitCode::from(onduty::cli::main(&args, onduty::cli::ports::Ports::real()))
}
