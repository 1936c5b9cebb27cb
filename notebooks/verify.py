#!/usr/bin/env python3
"""Checks a published release of Impact with nothing but Python's standard library.

    python3 notebooks/verify.py RELEASE --trust KEYS [--against RELEASE-BEFORE]

It was written from the documents (docs/keys.md, docs/gift-proofs.md, docs/verify.md) and shares no code with the program that publishes,
so that one mistake cannot hide in both. One line a claim: passed, failed, or not checked, with the names that `impact verify` uses.
Exit code 0: no claim failed. 2: a claim failed, or there is no key to trust. The key is the reader's own, from KEYS; none in a release is used.
"""
import argparse, base64, csv, hashlib, io, json, os, re, sys
from collections import namedtuple
from datetime import date
from decimal import Decimal
from fractions import Fraction


class Broken(Exception):
    """A claim does not hold; the text says where."""


class Unchecked(Exception):
    """A claim cannot be checked here; the text says why."""


def need(holds, where):
    if not holds:
        raise Broken(where)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read(*path):
    """The bytes of a file; none where it is missing, is something else, or may not be read."""
    path = os.path.join(*path)
    try:
        return open(path, "rb").read() if os.path.isfile(path) else b""
    except OSError:
        return b""


# ---- Ed25519 (RFC 8032, section 5.1), in whole numbers. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z. ----
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
NEUTRAL = (0, 1, 1, 0)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    total = NEUTRAL
    while n:
        total = add(total, p) if n & 1 else total
        p, n = add(p, p), n >> 1
    return total


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def decode_point(data):
    """The point of 32 bytes; None for what is no point, is written in a second way, or has small order (all as libsodium refuses)."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if len(data) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    point = (x, y, 1, x * y % P) if x & 1 == sign else (P - x, y, 1, (P - x) * y % P)
    return None if same(times(8, point), NEUTRAL) else point


BASE = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signature(key, message, signature):
    """Without the cofactor, the stricter of the two forms that the RFC allows. S must be below L, so that no signature has a second form."""
    a, r, s = decode_point(key), decode_point(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


# ---- Texts of keys and signatures: lines `name: value`; base64 written in the one way. ----
def fields_of(data):
    text = data.decode("ascii", "replace")
    lines = [line.split(": ") for line in text[:-1].split("\n")]
    return lines if text.endswith("\n") and all(len(line) == 2 for line in lines) else []


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return b""
    return data if base64.b64encode(data).decode() == text else b""


def key_id(key):
    return sha256(key)[:16]


def blocks_of(data):
    """(key's identifier, signatures) for each block of a signature file; an index may hold several while the key changes."""
    blocks = []
    for name, value in fields_of(data):
        if name == "algorithm":
            blocks.append([])
        if not blocks:
            return []
        blocks[-1].append((name, value))
    well_formed = lambda name, value: name == "signature" and len(from_base64(value)) == 64
    good = all(
        len(b) > 2 and b[0] == ("algorithm", "Ed25519") and b[1][0] == "key" and all(well_formed(*line) for line in b[2:]) for b in blocks
    )
    return [(b[1][1], [from_base64(value) for _, value in b[2:]]) for b in blocks] if good else []


def has_signed(key, content, signature_text, most=1):
    """One signature and no other; an index that is being replaced has one more, of the index before or of the key that follows."""
    blocks = blocks_of(signature_text)
    if sum(len(all_of) for _, all_of in blocks) > most:
        return False
    return any(is_signature(key, content, s) for name, all_of in blocks if name == key_id(key) for s in all_of)


# ---- Claim hand-over: the keys of the fund, from the reader's own key by statements that old and new key have signed (docs/keys.md). ----
HAND_OVER = ["format", "fund", "number", "from", "to", "version", "manifest", "before", "at", "signed-from", "signed-to"]
VERSION = r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})"
DIGEST = r"[0-9a-f]{64}"
SECOND = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"


def number_of(version):
    return tuple(int(part) for part in version.split("."))


class Keys:
    """Every key in the order of its time; key n gave up by hand-over n."""

    def __init__(self, trusted, hand_overs):
        self.hand_overs = hand_overs
        self.all = [hand_overs[0]["from"], *(one["to"] for one in hand_overs)] if hand_overs else [trusted]

    def place(self, version):
        for place, one in enumerate(self.hand_overs):
            if one["version"] != "none" and number_of(version) <= number_of(one["version"]):
                return place
        return len(self.hand_overs)

    def have_signed(self, manifest, data, signature_text):
        """Only the key of the version's own time counts; the last release of a given-up key is the very one that its hand-over names."""
        place = self.place(manifest["version"])
        given_up = self.hand_overs[place] if place < len(self.hand_overs) else {"version": None}
        named = given_up["version"] != manifest["version"] or given_up["manifest"] == sha256(data)
        return named and has_signed(self.all[place], data, signature_text)


def trusted_key(trust, fund):
    found = fields_of(read(trust, fund + ".pub"))
    key = from_base64(found[2][1]) if [name for name, _ in found] == ["algorithm", "key", "public"] else b""
    return key if decode_point(key) and found[0][1] == "Ed25519" and found[1][1] == key_id(key) else None


def read_hand_overs(trust, fund_folder, fund):
    """What is published must go on from the copy that the reader keeps."""
    texts = sorted([read(fund_folder, "hand-overs.txt"), read(trust, fund + ".hand-overs.txt")], key=len)
    need(texts[1].startswith(texts[0]), "hand-overs.txt (not the ones known before)")
    chain, parts = [], texts[1].split(b"\n\n") if texts[1] else []
    for place, part in enumerate(parts, 1):
        text = part + b"\n" if place < len(parts) else part
        fields, where = fields_of(text), f"hand-overs.txt ({place})"
        need([name for name, _ in fields] == HAND_OVER, where)
        one, before = dict(fields), chain[-1] if chain else None
        one["from"], one["to"], one["text"] = from_base64(one["from"]), from_base64(one["to"]), text
        statement = b"".join(line + b"\n" for line in text.split(b"\n")[:9])
        need(one["format"] == "impact-hand-over/1" and one["fund"] == fund and one["number"] == str(place), where)
        need(one["before"] == (sha256(before["text"]) if before else "none") and re.fullmatch(SECOND + "Z", one["at"]), where)
        need(one["version"] == one["manifest"] == "none" or re.fullmatch(VERSION + DIGEST, one["version"] + one["manifest"]), where)
        need(one["from"] != one["to"] and is_signature(one["from"], statement, from_base64(one["signed-from"])), where)
        need(is_signature(one["to"], statement, from_base64(one["signed-to"])), where)
        if before:
            need(one["from"] == before["to"] and one["at"] >= before["at"], where)
            last, then = one["version"], before["version"]
            need(then == "none" or (last != "none" and number_of(last) >= number_of(then)), where)
        chain.append(one)
    return chain


# ---- Claim manifest: it can be read, and says nothing but what its format knows. A list of one stands for a list of such. ----
TEXT = {"en": ".*", "es": ".*"}
TREE = {"capacityClass": int, "leaves": int, "root": DIGEST, "totalMinor": int}
SHARE = r"\d+/\d+"
MEANING = {name: ".*" for name in "rho epsilonAtSix epsilonAtSeven epsilonAtNine oneCellGuess mostBestGuess foundAtOne foundAtTenth".split()}
MANIFEST = {
    "format": "impact-release/1", "version": VERSION, "publishedAt": SECOND + r"\+00:00", "cutOff": r"\d{4}-\d\d-\d\d",
    "fund": {"id": "[a-z0-9][a-z0-9-]{0,59}", "name": TEXT, "purpose": TEXT, "currency": "[A-Z]{3}", "fiction": bool},
    "previous?": {"version": VERSION, "manifestSha256": DIGEST}, "policy": {"id": ".*", "version": ".*", "sha256": ".*"},
    "rulesVersion": ".*", "tool": ".*", "metrics": [{"id": ".*", "version": int, "table": ".*"}],
    "sources": [{"id": ".*", "title": ".*", "licence": ".*", "attribution": ".*", "address?": ".*"}],
    "changes": {"level": ".*", "why": TEXT, "changed": int, "comparedWith?": VERSION},
    "notes?": [{"reason": ".*", "text": TEXT, "correction?": ".*"}], "approvedBy?": [".*"],
    "checks": [{"id": ".*", "outcome": "passed|warning|not_checked", "detail": TEXT}],
    "content": [{"table": "[a-z0-9_]+", "rows": int, "sha256": DIGEST}],
    "gifts?": {"countedTo": ".*", "gifts": TREE, "refunds": TREE, "buckets": {"count": int, "records": int, "recordBytes": int}},
    "privacy?": {
        "budgetKey": DIGEST, "entries": int, "headSha256": DIGEST, "fewestPossibleValues": int,
        "units": [{
            "unit": "household-organisation|household|donor", "lifetime": SHARE, "spent": SHARE, "left": SHARE, "meaning": MEANING,
            "replaced": MEANING, "shared": [{"spaces": int, "meaning": MEANING}],
        }],
        "series": [{
            "table": "[a-z_]+", "unit": ".*", "mechanism": ".*", "variance": SHARE, "standardDeviation": ".*", "halfWidth": int, "cost": SHARE,
            "periods": int, "drawn": int, "lost": int,
        }],
    },
    "files": [{"path": r"[\w-][\w.-]*(/[\w-][\w.-]*)*", "bytes": int, "sha256": DIGEST}],
}  # fmt: skip
INDEX = {
    "fund": ".*",
    "versions": [{
        "version": VERSION, "state": "draft|published|deprecated|withdrawn|withdrawn_for_safety", "publishedAt": ".*", "cutOff": ".*",
        "manifestSha256": DIGEST, "changedAt?": ".*", "reason?": TEXT,
    }],
}  # fmt: skip
TOMBSTONE = {"format": "impact-tombstone/1", "fund": ".*", "version": VERSION, "manifestSha256": DIGEST, "withdrawnAt": ".*", "reason": TEXT}


def fits(value, shape):
    if isinstance(shape, dict):
        names = {name.rstrip("?"): part for name, part in shape.items()}
        required = {name for name in shape if not name.endswith("?")}
        return (
            isinstance(value, dict) and required <= set(value) <= set(names) and all(fits(part, names[name]) for name, part in value.items())
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(part, shape[0]) for part in value)
    if isinstance(shape, str):
        return isinstance(value, str) and re.fullmatch(shape, value, re.ASCII | re.DOTALL) is not None
    return type(value) is shape and (shape is bool or value >= 0)


def once(pairs):
    need(len({name for name, _ in pairs}) == len(pairs), "a name that stands twice")
    return dict(pairs)


def read_json(data, shape, name):
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Broken(name) from None
    need(shape is None or fits(value, shape), name)
    return value


def ascending(values):
    return all(a < b for a, b in zip(values, values[1:]))


def read_manifest(data):
    manifest = read_json(data, MANIFEST, "manifest.json")
    need(ascending([one["path"] for one in manifest["files"]]), "manifest.json")
    need(ascending([one["table"] for one in manifest["content"]]), "manifest.json")
    return manifest


# ---- Tables: CSV as RFC 4180 with line feeds, typed by the release's data package. ----
Difference = namedtuple("Difference", "cells added gone new removed redefined")
Table = namedtuple("Table", "id key types rows texts")  # rows hold typed values, texts the cells as written, both by column name
NO_DECIMALS = set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
THREE_DECIMALS = set("BHD IQD JOD KWD LYD OMR TND".split())
RUNS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"  # a text that begins so, or with an apostrophe, is written with one apostrophe before it


def decimals_of(currency):
    return 0 if currency in NO_DECIMALS else 3 if currency in THREE_DECIMALS else 2


def typed(kind, text):
    """The value of a cell, and the text without its mark; a cell that is not written in the one way breaks the table."""
    if text == "":
        return None, text
    if kind == "string":
        marked = text[0] == "'" and len(text) > 1 and text[1] in RUNS + "'"
        need(marked or text[0] not in RUNS + "'", "mark")
        return (text[1:], text[1:]) if marked else (text, text)
    pattern, make = {
        "integer": (r"0|-?[1-9]\d*", int),
        "number": (r"-?(0|[1-9]\d*)(\.\d+)?", Decimal),
        "date": (r"\d{4}-\d\d-\d\d", date.fromisoformat),
        "boolean": ("true|false", "true".__eq__),
    }[kind]
    need(re.fullmatch(pattern, text, re.ASCII), kind)
    return make(text), text


def read_table(name, schema, data):
    """Reads a table, and refuses one whose text is not canonical: one way to write each cell, rows in the order of the key."""
    types = {field["name"]: field["type"] for field in schema["fields"]}
    key = schema.get("primaryKey") or schema["uniqueKeys"][0]  # unique where a part of it may be empty
    lines = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    quoted = lambda cell: '"' + cell.replace('"', '""') + '"' if re.search('[,"\r\n]', cell) else cell
    need("".join(",".join(map(quoted, line)) + "\n" for line in lines).encode() == data and lines[0] == list(types), name)
    need(all(len(line) == len(types) for line in lines), name)
    rows, texts = [], []
    for line in lines[1:]:
        cells = [typed(kind, cell) for kind, cell in zip(types.values(), line)]
        rows.append({column: cell[0] for column, cell in zip(types, cells)})
        texts.append({column: cell[1] for column, cell in zip(types, cells)})
        for column, value in rows[-1].items():
            places = 6 if column == "ratio" else decimals_of(rows[-1].get("currency"))
            need(not isinstance(value, Decimal) or f"{value or Decimal(0):.{places}f}" == texts[-1][column], name)
    order = lambda cell: (cell is not None, cell.encode("utf-16-be") if isinstance(cell, str) else cell or 0)
    need(ascending([[order(row[column]) for column in key] for row in rows]), name)
    return Table(name, key, types, rows, texts)


def read_tables(folder, manifest, only=None):
    """Claim content-csv: each text is canonical and has the signed digest and number of rows."""
    schemas = {}
    try:
        package = read_json(read(folder, "datapackage.json"), None, "datapackage.json")
        schemas = {one["name"]: one["schema"] for one in package["resources"] if one.get("type") == "table"}
    except (Broken, KeyError, TypeError, AttributeError):
        pass
    tables, breaches = {}, []
    for stated in (one for one in manifest["content"] if only is None or one["table"] in only):
        name, data = stated["table"], read(folder, "data", stated["table"] + ".csv")
        try:
            tables[name] = read_table(name, schemas[name], data)
            need(len(tables[name].rows) == stated["rows"] and sha256(data) == stated["sha256"], name)
        except (Broken, LookupError, ValueError, TypeError, AttributeError, csv.Error):
            breaches.append(f"data/{name}.csv")
    return tables, breaches


def row_key(table, texts):
    escaped = lambda text: text.replace("\\", "\\\\").replace(";", "\\;")
    return "; ".join(f"{column}={escaped(texts[column])}" for column in table.key if column != "fund")


class Release:
    """A release's folder with what was read of it, and the claims: a method each, which raises Broken or Unchecked."""

    def __init__(self, folder, data, manifest, keys, broken_keys, against):
        self.folder, self.fund_folder, self.against = folder, os.path.dirname(folder), against
        self.data, self.manifest, self.keys, self.broken_keys = data, manifest, keys, broken_keys
        self.tables, self.unlike = read_tables(folder, manifest)

    def table(self, name):
        if name not in self.tables:
            raise Unchecked(f"the table {name} is not there or cannot be read")
        return self.tables[name]

    def amounts(self, table, column="measure"):
        """Minor units by line or measure; None: the source does not tell it, or it is withheld."""
        return {row[column]: row["amount_minor"] or (0 if row["status"] == "z" else row["amount_minor"]) for row in self.table(table).rows}

    # -- where it stands --
    def claim_manifest(self):
        name = os.path.basename(self.folder)
        need(not re.fullmatch(VERSION, name) or name == self.manifest["version"], name)

    def claim_signature(self):
        need(self.keys.have_signed(self.manifest, self.data, read(self.folder, "manifest.sig")), "manifest.sig")

    def claim_hand_over(self):
        """A key that was given up is believed only of releases that the present key lists, or that lead back from its last one by digest."""
        need(not self.broken_keys, self.broken_keys)
        place = self.keys.place(self.manifest["version"])
        if place == len(self.keys.hand_overs):
            return
        try:
            self.index()
        except (Broken, Unchecked):
            last, wanted = self.keys.hand_overs[place], (self.manifest["version"], sha256(self.data))
            at = (last["version"], last["manifest"])
            while at != wanted:
                data = read(self.fund_folder, at[0], "manifest.json")
                previous = read_manifest(data).get("previous") if sha256(data) == at[1] else None
                need(previous, "signed by a key that was given up, and nothing shows that it is the release of then")
                at = (previous["version"], previous["manifestSha256"])

    def index(self):
        """What the signed index says of the releases up to this one, this one last."""
        data = read(self.fund_folder, "index.json")
        if not data:
            raise Unchecked("there is no index beside it")
        need(has_signed(self.keys.all[-1], data, read(self.fund_folder, "index.sig"), most=2), "index.sig")
        index = read_json(data, INDEX, "index.json")
        listed = {one["version"]: one["manifestSha256"] for one in index["versions"]}
        named = all(listed.get(one["version"]) == one["manifest"] for one in self.keys.hand_overs if one["version"] != "none")
        need(index["fund"] == self.manifest["fund"]["id"] and named, "index.json")
        need(ascending([number_of(one["version"]) for one in index["versions"]]), "index.json")
        need(listed.get(self.manifest["version"]) == sha256(self.data), "index.json")
        return [one for one in index["versions"] if number_of(one["version"]) <= number_of(self.manifest["version"])]

    def index_if_any(self):
        try:
            return self.index()
        except (Broken, Unchecked):
            return None  # the claim index says why

    def claim_index(self):
        entry = self.index()[-1]
        return f"{entry['state']}: {entry['reason']['en']}" if "reason" in entry else None

    def claim_chain(self):
        """The release before is the one that stands before it in the index, beside it, and in the folder that the reader names."""
        previous, index = self.manifest.get("previous"), self.index_if_any()
        named = self.compared() if self.against else None
        need(named or not self.against, "--against")
        if index:
            before = [{"version": one["version"], "manifestSha256": one["manifestSha256"]} for one in index[-2:-1]]
            need(before == ([previous] if previous else []), "index.json")
        data = read(self.fund_folder, previous["version"], "manifest.json") if previous else b""
        if previous and not data:
            if named and named[2] == previous["manifestSha256"]:
                return
            raise Unchecked("the release before is not beside it")
        need(not previous or sha256(data) == previous["manifestSha256"], previous and previous["version"])

    def is_withdrawn(self):
        return any(os.path.exists(os.path.join(self.folder, name)) for name in ("tombstone.json", "tombstone.sig"))

    def claim_tombstone(self):
        """What was withdrawn for safety is gone, and index and signed tombstone say so."""
        entry = (self.index_if_any() or [{"state": None}])[-1]
        withdrawn = entry["state"] == "withdrawn_for_safety"
        need(withdrawn == self.is_withdrawn(), "tombstone.json")
        if withdrawn:
            data, signature = read(self.folder, "tombstone.json"), read(self.folder, "tombstone.sig")
            stone = read_json(data, TOMBSTONE, "tombstone.json")
            said = [stone[name] for name in ("fund", "version", "manifestSha256", "withdrawnAt", "reason")]
            need(said == [self.manifest["fund"]["id"], *(entry[n] for n in ("version", "manifestSha256", "changedAt", "reason"))], "tombstone.json")
            need(any(has_signed(key, data, signature) for key in self.keys.all), "tombstone.sig")
            left = set(os.listdir(self.folder)) - {"manifest.json", "manifest.sig", "tombstone.json", "tombstone.sig"}
            need(not left, ", ".join(sorted(left)))

    # -- its bytes --
    def claim_files(self):
        listed, breaches = {one["path"]: one for one in self.manifest["files"]}, []
        for folder, folders, names in os.walk(self.folder):
            for name in names + [one for one in folders if os.path.islink(os.path.join(folder, one))]:
                full = os.path.join(folder, name)
                path = os.path.relpath(full, self.folder).replace(os.sep, "/")
                if path in ("manifest.json", "manifest.sig") and not os.path.islink(full):
                    continue
                stated = listed.pop(path, None)
                if os.path.islink(full) or not stated or [os.path.getsize(full), sha256(read(full))] != [stated["bytes"], stated["sha256"]]:
                    breaches.append(path)
        need(not breaches and not listed, ", ".join(sorted([*breaches, *listed])[:12]))

    def claim_content_csv(self):
        need(not self.unlike, ", ".join(self.unlike[:12]))

    def claim_data_package(self):
        try:
            package = read_json(read(self.folder, "datapackage.json"), None, "datapackage.json")
            stated = {(one["path"], one["bytes"], one["hash"]) for one in package["resources"]}
        except (KeyError, TypeError):
            raise Broken("datapackage.json") from None
        listed = {(one["path"], one["bytes"], "sha256:" + one["sha256"]) for one in self.manifest["files"]}
        tables = {f"data/{one['table']}.csv" for one in self.manifest["content"]}
        need(stated <= listed and tables <= {path for path, _, _ in stated}, "datapackage.json")

    # -- its money, recomputed from the tables --
    def claim_statement(self):
        lines = self.amounts("funding_status", "line")
        need(len(lines) == len(self.table("funding_status").rows), "a line stands twice")
        for total in TOTALS:
            self.require_total("funding_status", "line", total)

    def claim_total_raised(self):
        for measure in RAISED:
            self.require_total("total_raised", "measure", measure)

    def require_total(self, table, column, total):
        """A total is the sum of its parts; where a part is not told it is not told itself, or marked as an estimate."""
        lines, (plus, minus) = self.amounts("funding_status", "line"), {**TOTALS, **RAISED}[total]
        parts = [lines.get(line, 0) for line in plus] + [-lines[line] if lines.get(line) else lines.get(line, 0) for line in minus]
        row = next((row for row in self.table(table).rows if row[column] == total), None)
        need(row, total)
        whole, amount = None not in parts, row["amount_minor"]
        if amount is None:
            need(not whole or (row["status"] == "z" and sum(parts) == 0), total)
        else:
            need(amount == sum(part or 0 for part in parts) and (whole or row["status"] == "e"), total)

    def sums(self, table, *columns):
        """Sums of minor units by columns; None where a part is not told."""
        sums = {}
        for row in self.table(table).rows:
            cell, amount = tuple(row[c] for c in columns), 0 if row["status"] == "z" and row["amount_minor"] is None else row["amount_minor"]
            sums[cell] = None if amount is None or sums.get(cell, 0) is None else sums.get(cell, 0) + amount
        return sums

    def claim_organisation_sums(self):
        totals = self.sums("organisation_totals", "measure")
        for line, measure in (("transfers", "disbursed"), ("returns", "returned"), ("partner_expenditure", "spent")):
            stated = next((row["amount_minor"] for row in self.table("funding_status").rows if row["line"] == line), None)
            need(None in (stated, totals.get((measure,))) or stated == totals[(measure,)], line)

    def claim_quarter_sums(self):
        total, parts = (self.sums(table, "quarter", "measure") for table in ("money_by_quarter", "money_by_organisation"))
        shared = {measure for _, measure in total} & {measure for _, measure in parts}
        for cell in {*total, *parts}:
            a, b = total.get(cell, 0), parts.get(cell, 0)
            need(cell[1] not in shared or None in (a, b) or a == b, " ".join(cell))

    def claim_reconciliation(self):
        for row in self.table("reconciliation").rows:
            sides = [row[column] for column in ("left_minor", "right_minor", "difference_minor")]
            need(row["status"] != "ok" if None in sides else sides[0] - sides[1] == sides[2], row["identity"])

    def claim_identities(self):
        """The left sides of the proof table, F1 to U, are what the statement and the organisations' totals give."""
        line, totals = self.amounts("funding_status", "line"), self.sums("organisation_totals", "organisation_id", "measure")
        of = lambda *names: [line.get(name) for name in names]
        allocated = [value for (_, measure), value in totals.items() if measure == "allocated"]
        parts = {"F1": of("total_sources"), "F2": of("total_uses"), "F3": of("fund_balance"), "T": of("total_balance")}
        parts |= {"P1": of("partner_resources"), "P2": of("partner_balance"), "T2": of("total_sources", "partner_opening_balance")}
        parts["U"] = of("fund_balance", "transfers") + [amount and -amount for amount in (*of("returns"), *allocated)]
        for row in self.table("reconciliation").rows:
            measures = ["opening_balance", "disbursed", "returned"] + ["spent"] * (row["identity"] == "P2")
            own = [totals.get((row["subject"], measure), 0) for measure in measures]
            if row["subject"] != "fund" and None not in own:
                expected = own[0] + own[1] - sum(own[2:])
            elif row["subject"] == "fund" and None not in parts.get(row["identity"], [None]):
                expected = sum(parts[row["identity"]])
            else:
                continue  # a part is not told
            need(row["status"] != "ok" or row["left_minor"] == expected, f"{row['identity']} {row['subject']}")
            need(row["identity"] != "U" or row["status"] != "ok" or expected >= 0, "gate B: more is allocated than there is")

    def claim_gate_allocation(self):
        """Gate A: no organisation was sent more than it was allocated, net of what it sent back."""
        totals = self.sums("organisation_totals", "organisation_id", "measure")
        for organisation in {name for name, _ in totals}:
            a, d, r = (totals.get((organisation, measure)) for measure in ("allocated", "disbursed", "returned"))
            need(None in (a, d) or a >= d - (r or 0), organisation)

    def claim_amounts(self):
        for table in self.tables.values():
            for row in table.rows:
                need(self.is_consistent(table.types, row), table.id)

    @staticmethod
    def is_consistent(types, row):
        """An amount is its minor units, a ratio its parts, and a value stands only where the status allows one."""
        told = lambda value: row["status"] == "low" or (value is None) == (row["status"] in ("z", "x", "c"))
        if "amount_minor" in types:
            minor = row["amount_minor"]
            expected = None if minor is None else Decimal(minor).scaleb(-decimals_of(row["currency"]))
            if row["amount"] != expected or not told(expected):
                return False
        pair = next((p for p in (("numerator_minor", "denominator_minor"), ("numerator", "denominator")) if p[0] in types), None)
        if "ratio" in types and pair:
            parts, ratio = (row[pair[0]], row[pair[1]]), row["ratio"]
            expected = None if None in parts or parts[1] == 0 else round(Fraction(*parts), 6)
            if not told(ratio) or (ratio is not None and (expected is None or Fraction(ratio) != expected)):
                return False
        return "value" not in types or told(row["value"])

    def claim_fiction(self):
        unlike = [t.id for t in self.tables.values() if any(row["fiction"] != self.manifest["fund"]["fiction"] for row in t.rows)]
        need(not unlike, ", ".join(unlike))

    # -- counts with noise (docs/budget-ledger.md) --
    def budget(self):
        """The ledger's entries, once every line follows the one before, is signed, and spends what its noise costs; and the sums by unit."""
        if "privacy" not in self.manifest:
            shown = [name for name in COUNTS if name in self.tables and self.tables[name].rows]
            need(not shown, ", ".join(shown))
            raise Unchecked("the release shows no count of single people")
        key, previous, entries, spent = bytes.fromhex(self.manifest["privacy"]["budgetKey"]), "0" * 64, [], {}
        lines = read(self.folder, "privacy/budget.jsonl").split(b"\n")
        need(lines.pop() == b"", "privacy/budget.jsonl")
        for number, line in enumerate(lines, 1):
            place = f"privacy/budget.jsonl:{number}"
            entry = read_json(line, None, place)
            signed = line[: line.rindex(b',"signature"')] + b"}"
            need(entry["entry"] == number and entry["previous"] == previous, place)
            need(is_signature(key, b"impact budget ledger 1\n" + signed, bytes.fromhex(entry["signature"])), place)
            if entry["kind"] == "open":
                need(number == 1 and entry["key_sha256"] == sha256(key), place)
                lives = {one["unit"]: Fraction(one["lifetime"]) for one in entry["units"]}
                need(all(0 < life <= Fraction(1, 4) for life in lives.values()), place)
                spent = dict.fromkeys(lives, Fraction(0))
            elif entry["kind"] == "reserve":
                cost, paid = Fraction(entry["sensitivity_squared"]) / (2 * Fraction(entry["variance"])), entry["charged_at"]
                by = entries[paid - 1] if paid else None
                need(not paid or by["kind"] == "reserve" and by["series"] == entry["series"] and entry["one_period_per_unit"], place)
                need(Fraction(entry["cost"]) == (0 if paid else cost), place)
                spent[entry["unit"]] += Fraction(entry["cost"])
                need(spent[entry["unit"]] <= lives[entry["unit"]], place)
            previous, entries = sha256(line), [*entries, entry]
        return entries, spent, previous

    def claim_privacy_budget(self):
        entries, spent, head = self.budget()
        stated = self.manifest["privacy"]
        need((len(entries), head) == (stated["entries"], stated["headSha256"]), "head")
        need({one["unit"]: Fraction(one["spent"]) for one in stated["units"]} == spent, "spent")

    def claim_noisy_counts(self):
        """Each figure was paid for and drawn once, and stands in the middle of its interval; how wide that must be the other program computes."""
        entries, _, _ = self.budget()
        drawn = [(one["series"], one["period"]) for one in entries if one["kind"] == "reserve"]
        need(len(set(drawn)) == len(drawn), "drawn twice")
        done = [(entries[one["reserve"] - 1]["series"], entries[one["reserve"] - 1]["period"]) for one in entries if one["kind"] == "commit"]
        for name in COUNTS:
            for row in self.tables[name].rows if name in self.tables else []:
                place = (name, row["month"] if "month" in row else row["quarter"])
                need(place in done if row["value"] is not None else place in drawn, " ".join(place))
                need(row["value"] is None or row["high"] - row["value"] == row["value"] - row["low"] > 0, " ".join(place))

    def earlier(self):
        """Every earlier release, the newest first, as each names the one before it by digest: (version, tables), or None where it is not at hand."""
        at = self.manifest.get("previous")
        while at:
            places = [place for place in (self.against, os.path.join(self.fund_folder, at["version"])) if place]
            place = next((one for one in places if sha256(read(one, "manifest.json")) == at["manifestSha256"]), None)
            if place is None:
                yield None
                return
            data = read(place, "manifest.json")
            manifest = read_manifest(data)
            if not any(os.path.exists(os.path.join(place, name)) for name in ("tombstone.json", "tombstone.sig")):
                tables, unlike = read_tables(place, manifest, only=COUNTS)
                yield (at["version"], tables) if self.keys.have_signed(manifest, data, read(place, "manifest.sig")) and not unlike else None
            at = manifest.get("previous")

    def claim_frozen(self):
        """A second draw of one count would tell what noise hides: a cell keeps its value in every release, or has none any more."""
        own = {name: self.tables[name] for name in COUNTS if name in self.tables and self.tables[name].rows}
        if not own:
            raise Unchecked("the release shows no count of single people")
        thawed, whole = [], True
        for found in self.earlier():
            whole = whole and found is not None
            version, then = found or ("", {})
            for name in set(own) & set(then):
                old = {row_key(then[name], texts): row for row, texts in zip(then[name].rows, then[name].texts)}
                for row, texts in zip(own[name].rows, own[name].texts):
                    was = old.get(row_key(own[name], texts), row)
                    if any(row[column] not in (None, was.get(column)) for column in set(own[name].types) - set(CONTEXT)):
                        thawed.append(f"{version} {name}: {row_key(own[name], texts)}")
        need(not thawed, ", ".join(sorted(thawed)[:12]))
        if not whole:
            raise Unchecked("not every earlier release is beside it as it was signed")

    # -- gifts (docs/gift-proofs.md) --
    def gifts(self):
        if "gifts" not in self.manifest:
            raise Unchecked("the release has no gift proofs")
        return self.manifest["gifts"]

    def claim_gift_roots(self):
        for tree, leaves, tiles in (("gifts", "leaves", "tiles"), ("refunds", "refund-leaves", "refund-tiles")):
            stated, data, above, height = self.gifts()[tree], read(self.folder, f"gifts/{leaves}.bin"), b"", 0
            need(len(data) == 40 * stated["leaves"] == 40 * 4 ** stated["capacityClass"], leaves)
            level = [(data[at : at + 32], int.from_bytes(data[at + 32 : at + 40], "big")) for at in range(0, len(data), 40)]
            need(all(amount & (amount - 1) == 0 and amount < 2**63 for _, amount in level), leaves)
            need(sum(amount for _, amount in level) < 2**63, leaves)
            while len(level) > 1:
                pairs, height = zip(level[::2], level[1::2]), height + 1
                packed = lambda node: node[1].to_bytes(8, "big") + node[0]
                level = [(hashlib.sha256(b"\x01" + packed(a) + packed(b)).digest(), a[1] + b[1]) for a, b in pairs]
                if height % 6 == 0 and len(level) > 1:
                    above += b"".join(digest + amount.to_bytes(8, "big") for digest, amount in level)
            need(level[0] == (bytes.fromhex(stated["root"]), stated["totalMinor"]), leaves)
            need(read(self.folder, f"gifts/{tiles}.bin") == above, tiles)
        buckets, folder = self.gifts()["buckets"], os.path.join(self.folder, "gifts", "buckets")
        size, names = buckets["records"] * buckets["recordBytes"], [f"{place:06x}.bin" for place in range(buckets["count"])]
        need(os.path.isdir(folder) and sorted(os.listdir(folder)) == names, "gifts/buckets")
        need(all(os.path.getsize(os.path.join(folder, name)) == size for name in names), "gifts/buckets")

    def claim_gift_totals(self):
        gifts, lines = self.gifts(), self.amounts("funding_status", "line")
        need((lines.get("contributions") or 0) == gifts["gifts"]["totalMinor"], "contributions")
        refunds = (lines.get("gift_refunds") or 0) + (lines.get("chargebacks") or 0)
        need(refunds == gifts["refunds"]["totalMinor"], "gift_refunds + chargebacks")
        withheld = [row["line"] for row in self.table("funding_status").rows if row["status"] == "c"]
        need(not {"contributions", "gift_refunds", "chargebacks"} & set(withheld), ", ".join(withheld))

    # -- against the release before --
    def compared(self):
        """Folder, manifest and its digest of the release compared with, once it is the signed one that the manifest names; else None."""
        version, previous = self.manifest["changes"].get("comparedWith"), self.manifest.get("previous", {})
        folder = self.against or os.path.join(self.fund_folder, version or "")
        data = read(folder, "manifest.json") if version else b""
        try:
            manifest = read_manifest(data)
        except Broken:
            return None
        is_it = manifest["version"] == version and manifest["fund"]["id"] == self.manifest["fund"]["id"]
        is_it = is_it and self.keys.have_signed(manifest, data, read(folder, "manifest.sig"))
        is_it = is_it and not os.path.exists(os.path.join(folder, "tombstone.json"))
        is_it = is_it and (previous.get("version") != version or previous["manifestSha256"] == sha256(data))
        return (folder, manifest, sha256(data)) if is_it else None

    def require_comparison(self):
        """It is compared with the release before; with an older one, or none, only where all in between were withdrawn for safety."""
        compared, previous = self.manifest["changes"].get("comparedWith"), self.manifest.get("previous", {}).get("version")
        if compared == previous:
            return
        index = self.index_if_any()
        if previous and not index:
            raise Unchecked("it is not compared with the release before it, and there is no index beside it that says why")
        versions = [one["version"] for one in index or []][:-1]
        need(previous and (not compared or compared in versions), f"comparedWith {compared}")
        between = [one["state"] for one in index[:-1] if not compared or number_of(one["version"]) > number_of(compared)]
        need(set(between) <= {"withdrawn_for_safety"}, f"comparedWith {compared}")

    def before(self):
        """Manifest and tables of the release compared with; None where there is none to compare with."""
        self.require_comparison()
        found = self.compared()
        tables, unlike = read_tables(found[0], found[1]) if found else ({}, [])
        if (self.against or "comparedWith" in self.manifest["changes"]) and (not found or unlike):
            need(not self.against, "--against")
            raise Unchecked("the release compared with is not beside it as it was signed")
        return (found[1], {name: table for name, table in tables.items() if name not in RELEASE_TABLES}) if found else None

    def structure(self, *kinds):
        """What the release itself lists as come or gone: (table, row) with the number of rows."""
        rows = self.table("structural_changes").rows
        return {(row["table"], row["row"] or ""): row["rows"] for row in rows if row["kind"] in kinds}

    def difference(self):
        """What differs from the release before, found from the tables of both; None for a fund's first release."""
        before = self.before()
        if before is None:
            return None
        manifest, then = before
        now = {name: table for name, table in self.tables.items() if name not in RELEASE_TABLES}
        cells, added, gone = {}, {}, set()
        for name in set(then) & set(now):
            keyed = lambda table: {row_key(table, texts): (row, texts) for row, texts in zip(table.rows, table.texts)}
            old, new = keyed(then[name]), keyed(now[name])
            gone |= {(name, key) for key in set(old) - set(new)}
            if set(new) - set(old):
                added[(name, "")] = len(set(new) - set(old))
            for key in set(old) & set(new):
                for column, kind in now[name].types.items():
                    twin = kind == "number" and column + "_minor" in now[name].types  # the same figure, told once
                    if old[key][0].get(column) != new[key][0][column] and not twin:
                        cells[(name, key, column)] = (old[key][1].get(column) or None, new[key][1][column] or None)
        tables = {(name, "") for name in set(now) - set(then)}, {(name, "") for name in set(then) - set(now)}
        redefined = {(metric["table"], metric["id"]) for metric in manifest["metrics"] if metric not in self.manifest["metrics"]}
        return Difference(cells, added, gone, *tables, redefined)

    def claim_persistence(self):
        """Each table and row of the release before is there, or named as gone."""
        found = self.difference()
        if found:
            silent = (found.removed - set(self.structure("table_removed"))) | (found.gone - set(self.structure("row_removed", "row_replaced")))
            need(not silent, "; ".join(" ".join(one) for one in sorted(silent)[:12]))

    def claim_changes(self):
        """Each cell that differs is listed with its old and new text, and nothing else is; reasons and shares are not computed again."""
        found = self.difference() or Difference({}, {}, set(), set(), set(), set())
        listed = {(row["table"], row["row"] or "", row["field"]): row for row in self.table("changes").rows}
        need(set(found.cells) == set(listed) and len(listed) == self.manifest["changes"]["changed"], "changes: not the cells that differ")
        for cell, sides in found.cells.items():
            row = listed[cell]
            hidden = row["materiality"] == "none" and row["old"] is row["new"] is row["difference"] is row["ratio"] is None
            need(hidden or (row["old"], row["new"]) == sides, f"changes: {cell[0]} {cell[1]}")
        for row in self.table("changes").rows + self.table("structural_changes").rows:
            context = [row[name] for name in CONTEXT]
            need(context == ["ok", "final", 1, 1], f"changes: {row['table']}")
        need(found.added == self.structure("rows_added"), "structural_changes: rows_added")
        need(found.gone == set(self.structure("row_removed", "row_replaced")), "structural_changes: rows that are gone")
        need(found.new == set(self.structure("table_added")), "structural_changes: table_added")
        need(found.removed == set(self.structure("table_removed")), "structural_changes: table_removed")
        need(found.redefined == set(self.structure("definition_changed")), "structural_changes: definition_changed")
        return "reasons, shares and withdrawn figures are not computed again" if found.cells else None

    def claim_version(self):
        """Major when something is lost or redefined, patch when corrections explain every change and nothing is added, else minor."""
        found, version, previous = self.difference(), self.manifest["version"], self.manifest.get("previous")
        if not previous:
            need(version == "1.0.0", version)
            return
        if found is None or previous["version"] != self.manifest["changes"]["comparedWith"]:
            level = "major"  # nothing is left that could be compared
        elif found.removed or found.redefined or found.gone - set(self.structure("row_replaced")) or self.structure("figure_withdrawn"):
            level = "major"
        else:
            added = {name for name, _ in {*found.added, *found.new}} - {"corrections", "replies"}
            corrected = found.cells and all(row["reason"] == "C" for row in self.table("changes").rows)
            level = "patch" if corrected and not added else "minor"
        a, b, c = number_of(previous["version"])
        step = {"major": (a + 1, 0, 0), "minor": (a, b + 1, 0), "patch": (a, b, c + 1)}[level]
        need(step == number_of(version) and level == self.manifest["changes"]["level"], version)


SOURCES = ["opening_balance", "contributions", "interest", "other_income"]
FEES = ["processor_fees", "platform_fees", "bank_charges"]
COSTS = ["gift_refunds", "chargebacks", *FEES, "direct_costs"]
TOTALS = {  # each total of the statement: its parts that count, and those that are taken off
    "total_sources": (SOURCES, []),
    "total_uses": (["transfers", *COSTS], ["returns"]),
    "fund_balance": ([*SOURCES, "returns"], ["transfers", *COSTS]),
    "partner_resources": (["partner_opening_balance", "transfers"], ["returns"]),
    "partner_balance": (["partner_opening_balance", "transfers"], ["returns", "partner_expenditure"]),
    "total_balance": ([*SOURCES, "partner_opening_balance"], [*COSTS, "partner_expenditure"]),
}
RAISED = {"gross": (["contributions"], []), "net": (["contributions"], ["gift_refunds", "chargebacks", *FEES])}
CONTEXT = ("status", "finality", "reported", "expected")  # what is said of a figure
COUNTS = ("enrolments_to_date", "enrolments_by_organisation", "new_donors_by_band", "new_donors_by_region")
RELEASE_TABLES = ("changes", "structural_changes")  # they tell of releases and are not compared themselves
STANDING = ["manifest", "signature", "hand-over", "chain", "index", "tombstone"]
NOT_CHECKED = {
    "content-parquet": "Parquet is checked by the digest of its file only",
    "content-database": "the database is checked by the digest of its file only",
    "columns": "the catalogue of columns is the other program's",
    "derived": "intervals of people, achievement and unit costs are not computed again",
}
CLAIMS = [
    *("manifest signature hand-over files content-csv content-parquet content-database columns data-package statement".split()),
    *("total-raised organisation-sums quarter-sums reconciliation identities gate-allocation amounts derived".split()),
    *("gift-roots gift-totals privacy-budget noisy-counts frozen fiction changes persistence version chain index tombstone".split()),
]


def check(release, claim):
    """(outcome, detail) of one claim."""
    if release.is_withdrawn() and claim not in STANDING:
        return "not checked", "withdrawn for safety"
    if claim in NOT_CHECKED:
        return "not checked", NOT_CHECKED[claim]
    try:
        return "passed", getattr(release, "claim_" + claim.replace("-", "_"))() or ""
    except Unchecked as why:
        return "not checked", str(why)
    except Broken as where:
        return "failed", str(where)
    except (LookupError, TypeError, ValueError, ArithmeticError, RecursionError, OSError):
        return "failed", "it is not written as it must be"


def verify(folder, trust, against=None):
    """Claims in their order with (outcome, detail)."""
    data = read(folder, "manifest.json")
    try:
        manifest = read_manifest(data)
    except Broken as where:
        return {claim: ("not checked", "the manifest cannot be read") for claim in CLAIMS} | {"manifest": ("failed", str(where))}
    fund, broken = manifest["fund"]["id"], None
    key = trusted_key(trust, fund)
    if key is None:
        return {"trust": ("failed", f"{fund}.pub is not there or is damaged")}
    try:
        keys = Keys(key, read_hand_overs(trust, os.path.dirname(folder), fund))
        need(key in keys.all, "hand-overs.txt (none has the trusted key)")
    except Broken as where:
        keys, broken = Keys(key, []), str(where)
    release = Release(folder, data, manifest, keys, broken, against)
    return {claim: check(release, claim) for claim in CLAIMS}


def main():
    parser = argparse.ArgumentParser(description="Checks a release with a key that the reader trusts.")
    parser.add_argument("release")
    parser.add_argument("--trust", help="the folder of public keys, got from the fund and not from the release")
    parser.add_argument("--against", help="the folder of the release it is compared with; by default the one beside it")
    asked = parser.parse_args()
    if not asked.trust or not os.path.isdir(asked.trust):
        print("failed      trust: --trust names no folder of keys")
        return 2
    found = verify(os.path.abspath(asked.release), asked.trust, asked.against)
    for claim, (outcome, detail) in found.items():
        print(f"{outcome:<11} {claim}" + (f": {detail}" if detail else ""))
    return 2 if any(outcome == "failed" for outcome, _ in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
