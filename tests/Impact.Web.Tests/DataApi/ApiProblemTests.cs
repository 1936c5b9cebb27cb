using System.Net;
using Impact.Core.Catalogue;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.DataApi;

/// <summary>Wrong questions: a code, where, what, why, how to put it right, in both languages.</summary>
[TestFixture]
internal sealed class ApiProblemTests
{
    [TestCase("/v1/funds/none-such", 404, "api-fund-unknown")]
    [TestCase("/v1/funds/..%2f..%2fprivate", 404, "api-fund-unknown")]
    [TestCase("/v1/none-such", 404, "api-address-unknown")]
    [TestCase("/v1", 404, "api-address-unknown")]
    [TestCase(Api.Fund + "/data?release=9.*", 404, "api-release-unknown")]
    [TestCase(Api.Fund + "/data?release=newest", 404, "api-release-unknown")]
    [TestCase(Api.Fund + "/data?release=1.1.0&release=1.0.0", 400, "api-release-unknown")]
    [TestCase(Api.Fund + "/data/none_such", 404, "api-part-unknown")]
    [TestCase(Api.Fund + "/data/..%2fledger.csv", 404, "api-part-unknown")]
    [TestCase(Api.Fund + "/data/rates.exe", 404, "api-format-unknown")]
    [TestCase(Api.Fund + "/charts/none-such.svg", 404, "api-part-unknown")]
    [TestCase(Api.Fund + "/charts/money-flow.gif", 404, "api-format-unknown")]
    [TestCase(Api.Fund + "/data/rates?none=1", 400, "api-field-unknown")]
    [TestCase(Api.Fund + "/data/rates.csv?metric=delivery_rate", 400, "api-field-unknown")]
    [TestCase(Api.Fund + "/metrics?none=1", 400, "api-field-unknown")]
    [TestCase(Api.Fund + "/data/rates?status=none-such", 400, "api-filter-wrong")]
    [TestCase(Api.Fund + "/data/rates?ratio.like=1", 400, "api-filter-wrong")]
    [TestCase(Api.Fund + "/data/rates?numerator_minor.gt=", 400, "api-filter-wrong")]
    [TestCase(Api.Fund + "/data/rates?page=0", 400, "api-page-wrong")]
    [TestCase(Api.Fund + "/data/rates?page=999", 400, "api-page-wrong")]
    [TestCase(Api.Fund + "/data/rates?pageSize=5001", 400, "api-page-wrong")]
    [TestCase(Api.Fund + "/data/rates?page=1&page=2", 400, "api-page-wrong")]
    public async Task A_wrong_question_is_answered_with_what_why_and_how(string address, int status, string code)
    {
        using var client = ExampleSite.Client();
        var kind = Faults.All.Single(one => one.Code == code);
        foreach (
            var (accepted, language) in ((string, Language)[])
                [("es-MX,en;q=0.5", Language.Spanish), ("fr,en", Language.English)]
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptLanguage.ParseAdd(accepted);
            using var response = await client.SendAsync(request);
            var problem = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            var error = problem.GetProperty("errors")[0];
            Assert.Multiple(() =>
            {
                Assert.That((int)response.StatusCode, Is.EqualTo(status));
                Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
                Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
                Assert.That(Api.Header(response, "Vary"), Does.Contain("Accept-Language"));
                Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(status));
                Assert.That(problem.GetProperty("warnings").GetArrayLength(), Is.Zero);
                Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
                Assert.That(error.GetProperty("message").GetString(), Is.EqualTo(kind.What.In(language)));
                Assert.That(error.GetProperty("why").GetString(), Is.EqualTo(kind.Why.In(language)));
                Assert.That(error.GetProperty("fix").GetString(), Is.EqualTo(kind.Fix.In(language)));
                Assert.That(error.GetProperty("path").GetString(), Is.Not.Empty);
            });
        }
    }

    [TestCase("/releases/1.1.0", "A table could have pointed to families.")]
    [TestCase("/releases/1.1.0/changes", "A table could have pointed to families.")]
    [TestCase("/data/rates?release=1.1.0", "A table could have pointed to families.")]
    [TestCase("/data/rates.csv?release=1.1.0", "A table could have pointed to families.")]
    [TestCase("/data/rates.csv?release=1.3.0", "The transfers to one organisation were counted twice.")]
    public async Task A_withdrawn_release_is_gone_with_its_notice(string address, string notice)
    {
        using var releases = ExampleReleases.PublishAndWithdraw();
        await using var site = ExampleSite.Over(releases.Public, releases.Trust);
        using var client = ExampleSite.Start(site);
        using var response = await client.GetAsync(Api.Fund + address);
        var floating = await Api.JsonAsync(client, $"{Api.Fund}/data/rates");
        var list = await Api.JsonAsync(client, $"{Api.Fund}/releases");
        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(notice));
            Assert.That(floating.GetProperty("release").GetProperty("version").GetString(), Is.EqualTo("1.2.0"));
            Assert.That(floating.GetProperty("warnings").ToString(), Does.Contain("newest-withdrawn"));
            Assert.That(list.GetProperty("results")[2].GetProperty("state").GetString(), Does.StartWith("withdrawn"));
        });
    }

    [Test]
    public async Task A_file_that_is_not_the_signed_one_is_not_sent()
    {
        using var releases = ExampleReleases.Empty();
        releases.Publish(new SmallFund(closedQuarters: 3), charts: false);
        var path = Path.Combine(releases.Public, SmallFund.Id, "1.0.0", "data", "rates.csv");
        await File.AppendAllTextAsync(path, "planted\n");
        await using var site = ExampleSite.Over(releases.Public, releases.Trust);
        using var client = ExampleSite.Start(site);
        foreach (var address in (string[])["/data/rates", "/data/rates.csv"])
        {
            using var response = await client.GetAsync(Api.Fund + address);
            var text = await response.Content.ReadAsStringAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(
                text,
                Does.Contain("api-release-unchecked").And.Not.Contain("planted").And.Not.Contain(releases.Folder)
            );
        }
    }
}
