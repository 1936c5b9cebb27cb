"""Sums by organisation and month in SQLite or pandas: python3 peers.py sqlite|pandas prepare|measure FOLDER.

"prepare" brings peers.csv into the tool's own form; "measure" runs the sums twice and prints what the second time cost as JSON."""
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
    return lambda: base.execute(query).fetchall()


def in_pandas():
    import pandas

    if task == "prepare":
        frame = pandas.read_csv(source, parse_dates=["cleared_on"], dtype={"organisation_id": "category"})
        frame.to_pickle(own)
    else:
        frame = pandas.read_pickle(own)
    return lambda: frame.groupby(
        ["organisation_id", frame["cleared_on"].dt.to_period("M")], dropna=False, observed=True
    )["base_minor"].agg(["sum", "count"])


work = {"sqlite": in_sqlite, "pandas": in_pandas}[peer]()
if task == "measure":
    work()
    wall, processor = time.perf_counter(), time.process_time()
    work()
    print(json.dumps({
        "Wall": time.perf_counter() - wall,
        "Processor": time.process_time() - processor,
        "PeakMebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))
