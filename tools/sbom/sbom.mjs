// Writes a software bill of materials (CycloneDX 1.6, JSON) of what the program ships with to standard output:
// node tools/sbom/sbom.mjs > sbom.cdx.json
// Read from the committed lock files; nothing is asked over a network, so that it says what is used and not whether it is known to be vulnerable.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const json = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8"));
const components = new Map();

function add(type, name, version, hash) {
  const purl = `pkg:${type}/${name.startsWith("@") ? `%40${name.slice(1)}` : name}@${version}`;
  components.set(purl, { type: "library", "bom-ref": purl, name, version, purl, ...(hash ? { hashes: [hash] } : {}) });
}

const hash = (algorithm, base64) => ({ alg: algorithm, content: Buffer.from(base64, "base64").toString("hex") });

for (const project of readdirSync(join(root, "src")))
  for (const framework of Object.values(json("src", project, "packages.lock.json").dependencies))
    for (const [name, entry] of Object.entries(framework))
      if (entry.type !== "Project") add("nuget", name, entry.resolved, entry.contentHash && hash("SHA-512", entry.contentHash));

for (const [path, entry] of Object.entries(json("web", "package-lock.json").packages))
  if (path && !entry.dev && !entry.peer && !entry.link) {
    const name = entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const sha512 = entry.integrity?.split(" ").find((part) => part.startsWith("sha512-"));
    add("npm", name, entry.version, sha512 && hash("SHA-512", sha512.slice("sha512-".length)));
  }

const version = /<Version>([^<]+)</.exec(readFileSync(join(root, "Directory.Build.props"), "utf8"))[1];
const sorted = [...components.keys()].sort().map((purl) => components.get(purl));
// The serial number depends on the contents alone: the same lock files make the same document.
const digest = createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const document = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: `urn:uuid:${serial}`,
  version: 1,
  metadata: { component: { type: "application", "bom-ref": "replybot", name: "ReplyBot", version } },
  components: sorted,
};
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
process.stderr.write(`${sorted.length} components\n`);
