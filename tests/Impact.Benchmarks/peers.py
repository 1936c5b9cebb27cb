"""Sums by organisation and month in SQLite or pandas: python3 peers.py sqlite|pandas prepare|measure FOLDER.

"prepare" brings peers.csv into the tool's own form; "measure" runs the sums twice and prints what the second time cost as JSON. It fails
where they are not those of sums.csv, which the engine wrote."""
import csv, json, os, resource, sqlite3, sys, time

peer, task, folder = sys.argv[1:]
source = os.path.join(folder, "peers.csv")
own = os.path.join(folder, "peers." + peer)


def rows():
    with open(source, newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for organisation, day, amount in reader:
            yield organisation or None, day, int(amount)


def in_sqlite():
    base = sqlite3.connect(own)
    if task == "prepare":
        base.execute("CREATE TABLE entry (organisation_id TEXT, cleared_on TEXT, base_minor INTEGER)")
        base.executemany("INSERT INTO entry VALUES (?, ?, ?)", rows())
        base.commit()
    query = ("SELECT organisation_id, substr(cleared_on, 1, 7), sum(base_minor), count(*) FROM entry "
             "GROUP BY organisation_id, substr(cleared_on, 1, 7)")
    return lambda: base.execute(query).fetchall(), list


def in_pandas():
    import pandas

    if task == "prepare":
        frame = pandas.read_csv(source, parse_dates=["cleared_on"], dtype={"organisation_id": "category"})
        # A category that is missing would be left out of the groups, whatever dropna says.
        frame["organisation_id"] = frame["organisation_id"].cat.add_categories("").fillna("")
        frame.to_pickle(own)
    else:
        frame = pandas.read_pickle(own)

    def plain(sums):
        return [(organisation, str(month), total, entries)
                for (organisation, month), total, entries in zip(sums.index, sums["sum"], sums["count"])]

    return lambda: frame.groupby(
        ["organisation_id", frame["cleared_on"].dt.to_period("M")], observed=True
    )["base_minor"].agg(["sum", "count"]), plain


def of_engine():
    with open(os.path.join(folder, "sums.csv"), newline="") as file:
        reader = csv.reader(file)
        next(reader)
        return [(organisation or None, month, int(total), int(entries)) for organisation, month, total, entries in reader]


def ordered(sums):
    return sorted(((organisation or "", month, int(total), int(entries)) for organisation, month, total, entries in sums))


work, plain = {"sqlite": in_sqlite, "pandas": in_pandas}[peer]()
if task == "measure":
    work()
    wall, processor = time.perf_counter(), time.process_time()
    sums = work()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if ordered(plain(sums)) != ordered(of_engine()):
        sys.exit(peer + ": the sums are not the engine's")
    print(json.dumps({"Wall": wall, "Processor": processor, "PeakMebibytes": peak}))
