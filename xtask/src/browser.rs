//! placeholder
use anyhow::Result;
pub(crate) fn screenshots() -> Result<()> {
    anyhow::bail!("not yet")
}
