//! Debian packages: browsers, their drivers, fonts. Installed when this is root on Debian; anyone
//! else is told the command.

use std::ffi::OsStr;
use std::process::Command;

use crate::lookup;
use crate::process::{Outcome, announce, output};
use crate::quiet::run_quietly;
use crate::tools::Package;

/// Makes sure that every package's job is done by something on this machine.
pub fn install(packages: &[&Package]) -> Outcome {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let installed = installed_names(packages);
    let missing = missing(packages, &path, installed.as_deref());
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_root() || lookup::find("apt-get", &path).is_none() {
        return Err(format!(
            "not installed: {names}; on Debian run: \
             sudo apt-get install -y --no-install-recommends {names}"
        ));
    }
    announce(&format!("Installing {names} (a few minutes, once)"));
    run_quietly(apt_get().arg("update"))?;
    run_quietly(apt_get().args(["install", "-y", "--no-install-recommends"]).args(missing))
}

/// The packages to install, each once however many stages need it. Without a list of installed
/// packages, fonts count as being there.
fn missing<'a>(packages: &[&'a Package], path: &OsStr, installed: Option<&str>) -> Vec<&'a str> {
    let on_path = |package: &Package| {
        package.programs.iter().any(|program| lookup::find(program, path).is_some())
    };
    let listed = |package: &Package| match installed {
        Some(names) => names.lines().any(|line| line == package.name),
        None => package.programs.is_empty(),
    };
    let mut absent = Vec::new();
    for package in packages.iter().filter(|package| !on_path(package) && !listed(package)) {
        if !absent.contains(&package.name) {
            absent.push(package.name);
        }
    }
    absent
}

/// Those of the packages that Debian has installed, a line each; nothing when this is not Debian.
fn installed_names(packages: &[&Package]) -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let dpkg = lookup::find("dpkg-query", &path)?;
    let mut command = Command::new(dpkg);
    command.args(["--show", "--showformat", "${db:Status-Status} ${Package}\n"]);
    command.args(packages.iter().map(|package| package.name));
    // It fails when one of them is unknown, and lists the others all the same.
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = text.lines().filter_map(|line| line.strip_prefix("installed "));
    Some(names.collect::<Vec<_>>().join("\n"))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_some_and(|answer| answer.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROWSER: Package = Package { name: "browser", programs: &["no-such-browser", "sh"] };
    const DRIVER: Package = Package { name: "driver", programs: &["no-such-driver"] };
    const FONT: Package = Package { name: "font", programs: &[] };

    #[test]
    fn a_program_on_the_path_stands_for_its_package() {
        let path = OsStr::new("/bin:/usr/bin");
        assert_eq!(missing(&[&BROWSER, &DRIVER], path, Some("")), ["driver"]);
        assert_eq!(missing(&[&DRIVER], path, Some("other\ndriver")), [""; 0]);
    }

    #[test]
    fn a_package_that_two_stages_need_is_asked_for_once() {
        let packages = [&DRIVER, &FONT, &DRIVER, &FONT];
        assert_eq!(missing(&packages, OsStr::new("/bin"), Some("")), ["driver", "font"]);
    }

    #[test]
    fn fonts_are_asked_of_debian_alone() {
        let path = OsStr::new("/bin");
        assert_eq!(missing(&[&FONT], path, Some("browser")), ["font"]);
        assert_eq!(missing(&[&FONT], path, None), [""; 0]);
    }
}
