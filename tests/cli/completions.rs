//! `completions`: for each shell, a script that knows our commands.

use crate::desk::Desk;

#[test]
fn each_shell_gets_our_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Desk::empty().done(&["completions", shell]);
        assert_eq!(ran.err, "");
        for command in ["learn", "quiz", "practise", "resume", "progress", "show", "switch", "check"] {
            assert!(ran.out.contains(command), "{command} for {shell}");
        }
    }
}

#[test]
fn a_shell_we_do_not_know() {
    insta::assert_snapshot!(Desk::empty().run(&["completions", "bsh"]), @r#"
    ── stderr ──
    Not done: "bsh" does not fit <SHELL>.
      What to do: Did you mean bash?
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
}
