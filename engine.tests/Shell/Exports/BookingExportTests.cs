using System.Net;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Exports;

public sealed class BookingExportTests : IAsyncLifetime
{
    private BookingWorld _world = null!;
    private string _admin = "";

    public async Task InitializeAsync()
    {
        _world = await BookingWorld.CreateAsync();
        _admin = await _world.AdminAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Bookings_showtimes_and_sales_become_files()
    {
        string user = await _world.UserAsync();
        string kept = await _world.HoldAsync(user, "B2", "B3");
        await _world.ConfirmAsync(user, kept);
        await _world.HoldAsync(user, "B4");
        string all = await ExportAsync("booking.bookings", new { });
        Assert.Equal(3, all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        string sold = await ExportAsync("booking.bookings", new { status = "confirmed", from = "2030-01-01" });
        string row = Assert.Single(sold.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
        Assert.StartsWith(kept + ",", row, StringComparison.Ordinal);
        Assert.EndsWith(",The Long Wait,Orion,Lyon,2030-01-02T00:00:00Z,B2 B3,0,20.00", row, StringComparison.Ordinal);
        Assert.DoesNotContain("B4", await ExportAsync("booking.bookings", new { to = "2030-01-01" }));
        string shows = await ExportAsync("booking.showtimes", new { from = "2030-01-02", to = "2030-01-03" });
        Assert.Contains(",2,1,44,4.5 %\r\n", shows, StringComparison.Ordinal);
        string sales = await ExportAsync("booking.sales", new { by = "movie" });
        Assert.Equal("Film,Reservations,Bookings,Seats,Cancellations,Refunded,Revenue\r\n"
            + "The Long Wait,2,1,2,0,0.00,20.00\r\n", sales);
    }

    private async Task<string> ExportAsync(string source, object arguments)
    {
        var body = new { source, format = "csv", arguments };
        ShellAnswer asked = await AskAsync(HttpMethod.Post, "/api/admin/exports", body);
        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Text);
        string path = "/api/admin/exports/" + asked.Json.GetProperty("id").GetString();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await _world.Host.GetAsync(path, _admin)).Json.TryGetProperty("endedAt", out _))
            await Task.Delay(10, patience.Token);
        ShellAnswer file = await _world.Host.GetAsync(path + "/file", _admin);
        Assert.True(file.Status == HttpStatusCode.OK, file.Text);
        return file.Text;
    }

    private async Task<ShellAnswer> AskAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = System.Net.Http.Json.JsonContent.Create(body);
        request.Headers.Authorization = new("Bearer", _admin);
        request.Headers.Add("Idempotency-Key", BookingWorld.NewKey());
        using HttpResponseMessage response = await _world.Host.Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }
}
