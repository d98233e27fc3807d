using System.Net;
using System.Net.Http.Headers;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Shell.Exports;

/// <summary>Fetching files, whole and in parts, and taking over those of earlier versions.</summary>
public sealed class ExportFileTests : IDisposable
{
    private static readonly object Rows = new { source = "test.rows", format = "csv" };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_stopped()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder.Path);
        await world.AskAsync(Rows, "k1");
        await world.WaitForAsync("1", "done");
        byte[] whole = await world.Http.GetByteArrayAsync("/api/admin/exports/1/file");
        (HttpStatusCode status, byte[] rest, EntityTagHeaderValue tag) = await FetchAsync(world, 1000, null);
        Assert.Equal(HttpStatusCode.PartialContent, status);
        Assert.Equal(whole[1000..], rest);
        Assert.Equal(HttpStatusCode.PartialContent, (await FetchAsync(world, 1000, tag)).Status);
        (status, byte[] all, _) = await FetchAsync(world, 1000, new EntityTagHeaderValue("\"another\""));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(whole, all);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await FetchAsync(world, whole.Length, null)).Status);
    }

    [Fact]
    public async Task Files_of_earlier_versions_are_taken_over()
    {
        ManualClock clock;
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder.Path))
        {
            clock = world.Clock;
            await world.AskAsync(Rows, "k1");
            await world.WaitForAsync("1", "done");
        }

        string earlier = Directory.CreateDirectory(Path.Combine(_folder.Path, "exports")).FullName;
        await File.WriteAllTextAsync(Path.Combine(earlier, "1.csv"), "from before");
        await File.WriteAllTextAsync(Path.Combine(earlier, "2.csv.part"), "half");
        Directory.Delete(Path.Combine(_folder.Path, "blobs"), recursive: true);
        await using ExportWorld later = await ExportWorld.StartAsync(_folder.Path, clock);
        await later.AskAsync(Rows, "k2");
        await later.WaitForAsync("2", "done");
        Assert.Equal("from before", await later.Http.GetStringAsync("/api/admin/exports/1/file"));
        Assert.False(Directory.Exists(earlier));
    }

    private static async Task<(HttpStatusCode Status, byte[] Body, EntityTagHeaderValue Tag)> FetchAsync(
        ExportWorld world, long from, EntityTagHeaderValue? ifRange)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/exports/1/file");
        request.Headers.Range = new RangeHeaderValue(from, null);
        if (ifRange is not null) request.Headers.IfRange = new RangeConditionHeaderValue(ifRange);
        using HttpResponseMessage answer = await world.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag!);
    }
}
