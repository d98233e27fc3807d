using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Exports;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Cluster.S3;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>One node with nothing but a bucket configured: its exported files are there.</summary>
public sealed class S3ExportTests(S3World world) : IClassFixture<S3World>, IDisposable
{
    private static readonly object Rows = new { source = "test.rows", format = "csv" };
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        world.Front.Reset();
        _folder.Dispose();
    }

    [Fact]
    public async Task Files_move_to_the_bucket_when_one_is_configured_and_are_served_from_there()
    {
        string before;
        ManualClock clock;
        await using (ExportWorld local = await ExportWorld.StartAsync(_folder.Path))
        {
            clock = local.Clock;
            await local.AskAsync(Rows, "k1");
            await local.WaitForAsync("1", "done");
            before = await local.Http.GetStringAsync("/api/admin/exports/1/file");
        }

        await using ExportWorld remote = await ExportWorld.StartAsync(_folder.Path, clock, settings: world.Settings());
        await remote.AskAsync(new { source = "test.rows", format = "pdf" }, "k2");
        await remote.WaitForAsync("2", "done");
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "blobs", "exports")));
        Assert.Equal(before, await remote.Http.GetStringAsync("/api/admin/exports/1/file"));
        Assert.StartsWith("%PDF-1.7", await remote.Http.GetStringAsync("/api/admin/exports/2/file"));
        JsonElement[] all = await remote.WaitForDoneAsync(2);
        Assert.All(all, static export => Assert.True(export.GetProperty("hasFile").GetBoolean()));
        ShellAnswer removed = await remote.SendAsync(HttpMethod.Delete, "/api/admin/exports/1");
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Contains(world.Front.Requests, static request =>
            request.StartsWith("DELETE ", StringComparison.Ordinal) && request.EndsWith("exports/1.csv"));
    }

    [Fact]
    public async Task While_the_bucket_does_not_answer_exports_are_listed_and_fetching_says_so()
    {
        await using ExportWorld remote = await ExportWorld.StartAsync(_folder.Path, settings: world.Settings());
        await remote.AskAsync(Rows, "k1");
        await remote.WaitForAsync("1", "done");
        world.Front.Trouble = static _ => S3Trouble.SlowDown;
        (await remote.GetAsync("/api/admin/exports/1/file"))
            .AssertProblem(HttpStatusCode.ServiceUnavailable, "exports_unavailable");
        Assert.False((await remote.WaitForAsync("1", "done")).GetProperty("hasFile").GetBoolean());
        Assert.False((await remote.WaitForDoneAsync(1))[0].GetProperty("hasFile").GetBoolean());
        await remote.AskAsync(Rows, "k2");
        await remote.WaitForAsync("2", "failed");
        world.Front.Reset();
        Assert.True((await remote.WaitForAsync("1", "done")).GetProperty("hasFile").GetBoolean());
        await remote.AskAsync(Rows, "k3");
        await remote.WaitForAsync("3", "done");
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_ends_the_start_with_a_message()
    {
        Dictionary<string, string?> settings = world.Settings();
        settings["Catalog:S3:Bucket"] = "no-such-bucket";
        S3Exception refused = await Assert.ThrowsAsync<S3Exception>(
            () => ExportWorld.StartAsync(_folder.Path, settings: settings));
        Assert.Contains("There is no bucket 'no-such-bucket'", refused.Message, StringComparison.Ordinal);
    }
}
