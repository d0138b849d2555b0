/** `connected.js`: what connected packages carry beside the player. */
import { askForContent } from './ask-for-content.ts';
import { offerCertificates } from './offer-certificates.ts';

/** The built style of what is offered: this file is bundled with it. */
declare const CONNECTED_STYLE: string;

const settings = window.standpointSettings;
const connection = settings?.connection;
if (connection) {
  const content = askForContent(connection);
  const standing = offerCertificates(connection);
  window.standpointConnected = { content, standing };
  // Not a style element: a page may forbid those, and this is neither.
  const style = new CSSStyleSheet();
  style.replaceSync(CONNECTED_STYLE);
  document.adoptedStyleSheets.push(style);
}
