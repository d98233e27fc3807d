using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Exports;

public sealed class ExportEndpointTests : IDisposable
{
    private static readonly object Rows = new { source = "test.rows", format = "csv" };
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-exports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_export_is_followed_to_its_end_and_fetched()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder, isOpen: false);
        ShellAnswer asked = await world.AskAsync(Rows, "k1");
        Assert.Equal(HttpStatusCode.Accepted, asked.Status);
        Assert.Equal("/api/admin/exports/1", asked.Headers["Location"]);
        JsonElement running = await world.WaitForAsync("1", "running");
        Assert.False(running.GetProperty("hasFile").GetBoolean());
        (await world.GetAsync("/api/admin/exports/1/file")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        world.Source.Open();
        JsonElement done = await world.WaitForAsync("1", "done");
        Assert.Equal(600, done.GetProperty("rows").GetInt64());
        ShellAnswer file = await world.GetAsync("/api/admin/exports/1/file");
        Assert.Equal("attachment; filename=\"test.rows-1.csv\"", file.Headers["Content-Disposition"]);
        Assert.Equal(done.GetProperty("sizeBytes").GetInt64(), file.Text.Length);
        Assert.StartsWith("Row,From,To\r\n'=0,,\r\n", file.Text, StringComparison.Ordinal);
        Assert.EndsWith("'=599,,\r\n", file.Text, StringComparison.Ordinal);
        Assert.Equal("1", (await world.AskAsync(Rows, "k1")).Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_was_under_way_when_the_process_died_is_written_after_the_next_start()
    {
        string image;
        ManualClock clock;
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder, isOpen: false))
        {
            await world.AskAsync(Rows, "k1");
            await world.AskAsync(new { source = "test.rows", format = "pdf", title = "As a document" }, "k2");
            await world.WaitForAsync("1", "running");
            clock = world.Clock;
            image = Booking.CrashImage.Take(_folder);
        }

        try
        {
            await using ExportWorld again = await ExportWorld.StartAsync(image, clock);
            Assert.Equal(600, (await again.WaitForAsync("1", "done")).GetProperty("rows").GetInt64());
            Assert.Equal("As a document", (await again.WaitForAsync("2", "done")).GetProperty("title").GetString());
            string[] files = Directory.GetFiles(Path.Combine(image, "blobs", "exports"));
            Assert.Equal(["1.csv", "2.pdf"], files.Select(Path.GetFileName).Order());
        }
        finally
        {
            Directory.Delete(image, recursive: true);
        }
    }

    [Fact]
    public async Task An_export_can_be_cancelled_and_forgotten_and_the_next_one_goes_on()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder, isOpen: false);
        await world.AskAsync(Rows, "k1");
        await world.AskAsync(Rows, "k2");
        await world.WaitForAsync("1", "running");
        ShellAnswer cancelled = await world.SendAsync(HttpMethod.Post, "/api/admin/exports/1/cancel");
        Assert.Equal("cancelled", cancelled.Json.GetProperty("state").GetString());
        (await world.SendAsync(HttpMethod.Post, "/api/admin/exports/1/cancel"))
            .AssertProblem(HttpStatusCode.Conflict, "export_over");
        await world.WaitForAsync("2", "running");
        Assert.Equal(
            HttpStatusCode.NoContent, (await world.SendAsync(HttpMethod.Delete, "/api/admin/exports/2")).Status);
        (await world.GetAsync("/api/admin/exports/2")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        world.Source.Open();
        await world.AskAsync(Rows, "k3");
        await world.WaitForAsync("3", "done");
        string[] files = Directory.GetFiles(Path.Combine(_folder, "blobs", "exports"));
        Assert.Equal(["3.csv"], files.Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_source_that_fails_fails_its_export_alone()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder);
        await world.AskAsync(
            new { source = "test.rows", format = "csv", arguments = new { kind = "bad" } }, "k1");
        JsonElement failed = await world.WaitForAsync("1", "failed");
        Assert.DoesNotContain("asked to throw", failed.GetProperty("error").GetString(), StringComparison.Ordinal);
        await world.AskAsync(Rows, "k2");
        await world.WaitForAsync("2", "done");
    }

    [Fact]
    public async Task Bad_wishes_are_refused_by_the_field()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder);
        (await world.AskAsync(new { source = "no", format = "doc" }, "k1"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("source", "format");
        var arguments = new Dictionary<string, string> { ["kind"] = "x", ["from"] = "yesterday", ["other"] = "1" };
        (await world.AskAsync(new { source = "test.rows", format = "csv", arguments }, "k2"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body")
            .AssertFields("arguments.kind", "arguments.from", "arguments.other");
        (await world.SendAsync(HttpMethod.Post, "/api/admin/exports", Rows))
            .AssertProblem(HttpStatusCode.BadRequest, "idempotency_key_required");
        (await world.GetAsync("/api/admin/exports?limit=0"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
        (await world.GetAsync("/api/admin/exports/x/file")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        world.Http.DefaultRequestHeaders.Authorization = new("Bearer", await world.SignInAsync("ada@example.org"));
        (await world.AskAsync(Rows, "k3")).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await world.GetAsync("/api/admin/exports")).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        world.Http.DefaultRequestHeaders.Authorization = null;
        (await world.GetAsync("/api/admin/exports/1/file"))
            .AssertProblem(HttpStatusCode.Unauthorized, "token_required");
    }
}
