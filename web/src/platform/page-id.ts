/** This page among all that are open, one loading of it; also where the page is not served over https. */
export const pageId = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('')
