/** Sends files with their progress, which fetch does not tell; and fetches them back for who may have them. */
import { el } from './dom.js';
import { get, once, problemOf, token } from './api.js';

/** @param fields form fields that go before the files; files: [name, File] */
export function upload(path, fields, files, { etag, onprogress } = {}) {
  const what = files.map(([name, it]) => `${name} ${it.name} ${it.size} ${it.lastModified}`).join();
  return once(`POST ${path} ${JSON.stringify(fields)} ${what}`, async (key) => {
    const form = new FormData();
    fields.forEach(([name, value]) => form.append(name, value));
    files.forEach(([name, file]) => form.append(name, file, file.name));
    const heads = { Authorization: `Bearer ${await token()}`, 'Idempotency-Key': key };
    if (etag) heads['If-Match'] = etag;
    return send(path, form, heads, onprogress);
  });
}

function send(path, form, heads, onprogress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    Object.entries(heads).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (it) => it.lengthComputable && onprogress?.(it.loaded / it.total);
    request.onerror = () => problemOf(0, '{"detail":"上传中断，文件没有提交。请检查网络后重试，不会重复提交。"}').then(failed);
    request.onload = () => {
      if (request.status >= 300) return problemOf(request.status, request.responseText).then(failed);
      return done({ data: JSON.parse(request.responseText || 'null'), etag: request.getResponseHeader('ETag') });
    };
    request.send(form);
  });
}

/** A bar that says how far an upload is. */
export function progress() {
  const bar = el('progress', { max: 1, value: 0, hidden: true, 'aria-label': '上传进度' });
  bar.told = (part) => { bar.hidden = part >= 1; bar.value = part; };
  return bar;
}

/** Saves a file that only a token opens. */
export async function download(path, name) {
  const { data } = await get(path, { as: 'response', accept: '*/*' });
  const address = URL.createObjectURL(await data.blob());
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
