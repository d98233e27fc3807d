using System.Net;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Shell.Live;
using Catalog.Shell.Alerts;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>Who is told of an alert, and how.</summary>
public sealed class AlertChannelTests : IDisposable
{
    private const string Secret = "0123456789abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-alerts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everybody_gets_a_mail_when_it_is_raised_and_when_it_is_over()
    {
        await using (AlertWorld world = await AlertWorld.StartAsync(_folder))
        {
            await world.AddRuleAsync(("forMinutes", 0), ("mails", new[] { "ada@example.org", "bob@example.org" }));
            world.Sell(20);
            await world.LookAfterAsync(1);
            await world.Desk.AcknowledgeAsync(1, 1);
            await world.LookAfterAsync(20);
            await world.Host.SettleAsync();
        }

        string mails = File.ReadAllText(Path.Combine(_folder, "outbox", "2030-01-01.mbox"));
        Assert.Equal(4, mails.Split("Message-ID: <").Length - 1);
        Assert.Equal(2, mails.Split("<bob@example.org>").Length - 1);
        Assert.Contains("orders of sales in 10 minutes is 20: above 10.", mails, StringComparison.Ordinal);
        Assert.Contains("It lasted 20 minutes.", mails, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_called_once_signed_and_not_redirected()
    {
        await using WebhookReceiver receiver = await ReceiveAsync();
        using var sender = new WebhookSender(new AlertOptions { AllowPrivateWebhooks = true }, new ManualClock());
        byte[] body = Encoding.UTF8.GetBytes("{\"event\":\"alert_raised\"}");
        string root = receiver.Root;
        await sender.SendAsync(root + "/hook", Secret, "42", body, default);
        WebhookCall call = Assert.Single(receiver.Calls);
        Assert.Equal(("/hook", Encoding.UTF8.GetString(body), "42"), (call.Path, call.Body, call.Delivery));
        Assert.Equal(WebhookSender.Sign(Secret, new ManualClock().GetUtcNow(), body), call.Signature);
        Assert.StartsWith("t=1893456000,v1=", call.Signature, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => sender.SendAsync(root + "/moved", null, "43", body, default));
        await Assert.ThrowsAsync<HttpRequestException>(
            () => sender.SendAsync(root + "/broken", null, "44", body, default));
        Assert.Equal(["/hook", "/moved", "/broken"], receiver.Calls.Select(static each => each.Path));
    }

    [Fact]
    public async Task A_webhook_leads_to_no_private_address_by_whatever_name()
    {
        await using WebhookReceiver receiver = await ReceiveAsync();
        int port = receiver.Port;
        using var sender = new WebhookSender(new AlertOptions(), new ManualClock());
        string[] hosts = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"];
        foreach (string host in hosts)
            await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(
                $"http://{host}:{port}/hook", null, "1", new byte[] { 1 }, default));
        Assert.Empty(receiver.Calls);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Public_addresses_are_told_from_all_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Administrators_hear_of_alerts_as_they_happen()
    {
        await using var world = new BookingWorld(_folder, null, LiveClient.Settings);
        await world.ImportAsync();
        AlertDesk desk = world.Host.Service<AlertDesk>();
        string token = await world.AdminAsync();
        using LiveClient before = await LiveClient.ConnectAsync(world, token);
        await before.AskAsync("subscribe", new { topic = "alerts" });
        await before.ReadAsync();
        await desk.RaiseAsync(AlertRuleTests.OfSystem("show-1"));
        Assert.Equal("alert_raised 1", Shorten(await before.ReadAsync()));

        using LiveClient admin = await LiveClient.ConnectAsync(world, token);
        await admin.AskAsync("subscribe", new { topic = "alerts" });
        JsonElement snapshot = await admin.ReadAsync();
        Assert.Equal("alerts_snapshot", snapshot.GetProperty("event").GetString());
        JsonElement known = Assert.Single(snapshot.GetProperty("data").GetProperty("alerts").EnumerateArray());
        Assert.Equal("800", known.GetProperty("details").GetProperty("suggestedPriceCents").GetString());
        await desk.RaiseAsync(AlertRuleTests.OfSystem("show-2"));
        await desk.ResolveAsync(1, 1, null);
        Assert.Equal("alert_raised 2", Shorten(await admin.ReadAsync()));
        Assert.Equal("alert_resolved 1", Shorten(await admin.ReadAsync()));
        using LiveClient nobody = await LiveClient.ConnectAsync(world);
        JsonElement refused = await nobody.AskAsync("subscribe", new { topic = "alerts" });
        Assert.Equal("forbidden", refused.GetProperty("data").GetProperty("code").GetString());
    }

    private static string Shorten(JsonElement message) =>
        $"{message.GetProperty("event")} {message.GetProperty("data").GetProperty("alert").GetProperty("id")}";

    private static Task<WebhookReceiver> ReceiveAsync() => WebhookReceiver.StartAsync(static (context, _) =>
    {
        string path = context.Request.Path;
        context.Response.StatusCode = path switch
        {
            "/moved" => 302,
            "/broken" => 500,
            _ => 204,
        };
        if (path == "/moved") context.Response.Headers.Location = "/hook";
        return Task.CompletedTask;
    });
}
