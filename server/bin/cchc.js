#!/usr/bin/env node
// Plain JavaScript, so that an old Node can at least read the sentence that says it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 && !(major === 22 && minor >= 18)) {
  console.error(
    `Cần Node 24 để chạy, máy đang dùng Node ${process.versions.node}. Chạy lại "npm ci" với script cài đặt được bật (npm config set ignore-scripts false), hoặc cài Node 24.\n` +
      `Node 24 is needed, this is Node ${process.versions.node}. Run "npm ci" again with install scripts on, or install Node 24.`,
  )
  process.exit(1)
}
const { main } = await import('../src/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
