/** Put before content.js where the browser runs it by itself ("always on this site"): there it is quiet about what it does not read. */

Object.assign(globalThis, { newsglossAutomatic: true });
