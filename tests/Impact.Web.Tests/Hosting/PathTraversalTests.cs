using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Impact.Web.Tests.Hosting;

/// <summary>Paths as no honest client writes them, sent byte for byte over a socket: what the manifest does not list is not there.</summary>
[TestFixture]
internal sealed class PathTraversalTests
{
    private WebApplicationFactory<Program> _site = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _site = ExampleSite.Over(ExampleSite.Releases.Public, ExampleSite.Releases.Trust);
        _site.UseKestrel(0);
        _site.StartServer();
    }

    [OneTimeTearDown]
    public void Stop() => _site.Dispose();

    [Test]
    public async Task The_socket_gets_what_is_there() =>
        Assert.That(await AskAsync("/xi-rehearsal/releases/1.1.0/manifest.json"), Does.StartWith("HTTP/1.1 200"));

    [TestCase("/xi-rehearsal/releases/1.1.0/../../../../private/keys/xi-rehearsal.signing")]
    [TestCase("/xi-rehearsal/releases/1.1.0/..%2f..%2f..%2fprivate%2fkeys%2fxi-rehearsal.signing")]
    [TestCase("/xi-rehearsal/releases/1.1.0/%2e%2e/%2e%2e/%2e%2e/private/keys/xi-rehearsal.signing")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data/..%2f..%2f..%2f..%2ftrust%2fxi-rehearsal.pub")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data/../../../../../../../etc/passwd")]
    [TestCase("/xi-rehearsal/releases/1.1.0//etc/passwd")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data%5c..%5c..%5cindex.json")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data\\..\\..\\index.json")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data/rates.csv%00.png")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data")]
    [TestCase("/xi-rehearsal/releases/1.1.0/data/")]
    [TestCase("/xi-rehearsal/releases/1.1.0/DATA/RATES.CSV")]
    [TestCase("/xi-rehearsal/releases/../1.1.0.zip/../../private")]
    [TestCase("/xi-rehearsal/releases/%2e%2e%2f%2e%2e.zip")]
    [TestCase("/%2e%2e/releases/1.1.0/manifest.json")]
    [TestCase("/..%2fpublic%2fxi-rehearsal/releases/index.json")]
    [TestCase("/trust/releases/index.json")]
    [TestCase("/assets/../../Impact.Web.dll")]
    [TestCase("/assets/000000000000/site.css")]
    [TestCase("/xi-rehearsal/organisations/%2e%2e%2f%2e%2e")]
    [TestCase("/xi-rehearsal/organisations/%00")]
    public async Task What_is_not_listed_is_not_there(string path)
    {
        var answer = await AskAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(answer, Does.StartWith("HTTP/1.1 404").Or.StartWith("HTTP/1.1 400"));
            Assert.That(answer, Does.Not.Contain("root:").And.Not.Contain(ExampleSite.Releases.Folder));
        });
    }

    private async Task<string> AskAsync(string path)
    {
        var address = _site.ClientOptions.BaseAddress;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n")
        );
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
