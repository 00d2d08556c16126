/** Property of the respondent as the court's side sees it. */
import { el } from './dom.js';
export async function assetsPart() { return el('p', {}, ''); }
