using System.Diagnostics;
using Npgsql;

namespace Impact.Testing.Engines;

/// <summary>
/// A PostgreSQL 15 of the tests' own: a new cluster in a temporary folder, reached by a socket in that folder alone. It ends with
/// the process that started it, whatever becomes of that process, and its folder goes with it.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    private const int StartSeconds = 60;
    private const int StartingMilliseconds = 50;
    private const int StopMilliseconds = 30_000;

    /// <summary>
    /// The server ends when its standard input does: the kernel closes the pipe for a test process that was killed, too.
    /// </summary>
    private const string ServeUntilInputEnds =
        "folder=$1; shift; \"$@\" >\"$folder/log\" 2>&1 & server=$!; cat >/dev/null; "
        + "kill -QUIT $server; wait $server; rm -rf \"$folder/data\" \"$folder\"/.s.* \"$folder/log\"";

    private static readonly Lock Door = new();
    private static PostgresCluster? s_shared;

    private readonly string _folder = Directory.CreateTempSubdirectory("impact-postgres-").FullName;
    private readonly Process _server;

    private PostgresCluster(string programs)
    {
        var data = Path.Combine(_folder, "data");
        if (PostgresPrograms.AsRoot)
        {
            PostgresPrograms.Run(new ProcessStartInfo("chown", [PostgresPrograms.Account, _folder]));
        }

        PostgresPrograms.Run(
            PostgresPrograms.Start(
                Path.Combine(programs, "initdb"),
                "--pgdata",
                data,
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"
            )
        );
        _server = Serve(Path.Combine(programs, "postgres"), data);
        ProcessId = _server.Id;
    }

    /// <summary>Why the tests of the second engine cannot run here, or null when they can.</summary>
    public static string? Missing =>
        PostgresPrograms.Folder is null ? "PostgreSQL 15 is not installed; tests/run.sh installs it." : null;

    /// <summary>The cluster of this test process; started when it is first asked for.</summary>
    public static PostgresCluster Shared
    {
        get
        {
            lock (Door)
            {
                return s_shared ??= Start();
            }
        }
    }

    /// <summary>The process identifier of the shell that watches over the server and ends after it.</summary>
    public int ProcessId { get; }

    /// <summary>The folder that holds everything of the cluster.</summary>
    public string Folder => _folder;

    /// <summary>Starts a cluster that the caller ends.</summary>
    public static PostgresCluster Start() =>
        new(PostgresPrograms.Folder ?? throw new InvalidOperationException(Missing));

    /// <summary>Ends the shared cluster, if there is one.</summary>
    public static void StopShared()
    {
        lock (Door)
        {
            s_shared?.Dispose();
            s_shared = null;
        }
    }

    /// <summary>Opens a connection; waits for a server that is still starting.</summary>
    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder
            {
                Host = _folder,
                Username = "postgres",
                Database = "postgres",
                Pooling = false,
                CommandTimeout = 120,
            }.ConnectionString
        );
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                connection.Open();
                return connection;
            }
            catch (NpgsqlException)
                when (clock.Elapsed.TotalSeconds < StartSeconds && !_server.WaitForExit(StartingMilliseconds))
            {
                // Not yet: the server is still starting.
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _server.StandardInput.Close();
        if (!_server.WaitForExit(StopMilliseconds))
        {
            _server.Kill(entireProcessTree: true);
        }

        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Serve(string program, string data)
    {
        // Nothing here outlives the run, so nothing need reach the disk.
        string[] settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"];
        var start = PostgresPrograms.Start(
            "/bin/sh",
            [
                "-c",
                ServeUntilInputEnds,
                "serve",
                _folder,
                program,
                "-D",
                data,
                "-k",
                _folder,
                "-h",
                "",
                .. settings.SelectMany(one => (string[])["-c", one]),
            ]
        );
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }
}
