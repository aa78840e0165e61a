/**
 * A Japanese font for pictures taken on machines that have none. For tests alone: readers use the fonts of their system.
 *
 * Fontconfig reads no compressed fonts, so the WOFF files of @fontsource are unpacked into .cache/fonts once. Their Latin
 * letters are a file of their own, registered as Noto Sans, and stand in for the system's sans-serif.
 * WOFF 1.0: https://www.w3.org/TR/WOFF/#TableDirectory
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

export const sfntFromWoff = (woff: Buffer): Buffer => {
  const tables = woff.readUInt16BE(12);
  const out = Buffer.alloc(woff.readUInt32BE(16));
  woff.copy(out, 0, 4, 8);
  out.writeUInt16BE(tables, 4);
  const power = Math.floor(Math.log2(tables));
  out.writeUInt16BE(2 ** power * 16, 6);
  out.writeUInt16BE(power, 8);
  out.writeUInt16BE((tables - 2 ** power) * 16, 10);
  let at = 12 + tables * 16;
  for (let i = 0; i < tables; i++) {
    const entry = 44 + i * 20;
    const from = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const bytes = woff.subarray(from, from + packed);
    (packed < length ? inflateSync(bytes) : bytes).copy(out, at);
    woff.copy(out, 12 + i * 16, entry, entry + 4);
    woff.copy(out, 12 + i * 16 + 4, entry + 16, entry + 20);
    out.writeUInt32BE(at, 12 + i * 16 + 8);
    out.writeUInt32BE(length, 12 + i * 16 + 12);
    at += (length + 3) & ~3;
  }
  return out.subarray(0, at);
};

/** @returns the path of a fontconfig file for FONTCONFIG_FILE */
export const japaneseFontConfig = (): string => {
  const folder = join(root, '.cache', 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const weight of [400, 700]) {
    for (const script of ['japanese', 'latin']) {
      const target = join(folder, `${script}-${weight}.ttf`);
      const source = join(
        root,
        `node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-${script}-${weight}-normal.woff`,
      );
      if (!existsSync(target)) writeFileSync(target, sfntFromWoff(readFileSync(source)));
    }
  }
  const config = join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${folder}</dir>
<match target="scan"><test name="file" compare="contains"><string>latin-</string></test>
<edit name="family" mode="assign"><string>Noto Sans</string></edit></match>
<match target="pattern"><test name="family" compare="eq"><string>system-ui</string></test>
<edit name="family" mode="assign" binding="same"><string>Noto Sans</string></edit></match>
<match target="pattern"><test name="family" compare="eq"><string>sans-serif</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Noto Sans</string></edit></match>
<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>`,
  );
  return config;
};
