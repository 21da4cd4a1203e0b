//! placeholder
pub(crate) fn run(_only: &[String], _list: bool) -> anyhow::Result<()> {
    Ok(())
}
