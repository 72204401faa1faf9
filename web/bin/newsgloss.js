#!/usr/bin/env node
// The command's name in node_modules/.bin. npm links it when it installs, before anything is built in a clone; the command
// itself is dist/cli.js.

import { existsSync } from "node:fs";

const command = new URL("../dist/cli.js", import.meta.url);
if (existsSync(command)) {
  await import(command.href);
} else {
  console.error("newsgloss: the package is not built yet: make web");
  process.exitCode = 1;
}
