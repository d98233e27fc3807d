using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Exports;

/// <summary>A period has one report, however often the process stops.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly object Daily = new
    {
        source = "test.rows",
        format = "csv",
        every = "day",
        hourUtc = 7,
        recipients = new[] { "ada@example.org", "bob@example.org" },
        title = "Daily rows",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-reports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_day_has_one_mail_for_each_recipient_also_after_restarts_and_a_long_stop()
    {
        var clock = new ManualClock();
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder, clock))
        {
            ShellAnswer added = await world.SendAsync(HttpMethod.Post, "/api/admin/reports", Daily, "k1");
            Assert.Equal(HttpStatusCode.Created, added.Status);
            Assert.Equal("2030-01-01T07:00:00+00:00", added.Json.GetProperty("nextAt").GetString());
            clock.Advance(TimeSpan.FromHours(8));
            await world.RenewAsync();
            await world.WaitForDoneAsync(1);
        }

        await using (ExportWorld again = await ExportWorld.StartAsync(_folder, clock))
            Assert.Single(await again.WaitForDoneAsync(1));
        clock.Advance(TimeSpan.FromDays(3));
        await using (ExportWorld late = await ExportWorld.StartAsync(_folder, clock))
        {
            JsonElement[] all = await late.WaitForDoneAsync(4);
            Assert.Equal(4, all.Length);
            JsonElement report = (await late.GetAsync("/api/admin/reports")).Json.GetProperty("items")[0];
            Assert.Equal("2030-01-05T07:00:00+00:00", report.GetProperty("nextAt").GetString());
            await late.Host.SettleAsync();
        }

        for (int day = 1; day <= 4; day++)
        {
            string mails = File.ReadAllText(Path.Combine(_folder, "outbox", $"2030-01-0{day}.mbox"));
            Assert.Equal(2, mails.Split("Message-ID: <").Length - 1);
            Assert.Contains("To: =?utf-8?B?", mails, StringComparison.Ordinal);
            Assert.Contains("<bob@example.org>", mails, StringComparison.Ordinal);
            Assert.Contains($"filename=\"report-2030-01-0{day}.csv\"", mails, StringComparison.Ordinal);
            string body = mails.Split("base64\n\n")[1].Split("\n--=")[0];
            string csv = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body));
            string from = day == 1 ? "2029-12-31" : $"2030-01-0{day - 1}";
            Assert.Contains($"'=0,{from},2030-01-0{day}\r\n", csv, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_a_month_a_week_of_days_is_made_up_for()
    {
        var clock = new ManualClock();
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder, clock))
            await world.SendAsync(HttpMethod.Post, "/api/admin/reports", Daily, "k1");
        clock.Advance(TimeSpan.FromDays(31));
        await using ExportWorld late = await ExportWorld.StartAsync(_folder, clock);
        Assert.Equal(7, (await late.WaitForDoneAsync(7)).Length);
    }

    [Fact]
    public async Task A_report_is_changed_and_ended_and_bad_ones_are_refused()
    {
        await using ExportWorld world = await ExportWorld.StartAsync(_folder);
        await world.SendAsync(HttpMethod.Post, "/api/admin/reports", Daily, "k1");
        var weekly = new
        {
            source = "test.rows",
            format = "pdf",
            every = "week",
            weekday = "monday",
            hourUtc = 6,
            recipients = new[] { "eve@example.org" },
        };
        ShellAnswer changed = await world.SendAsync(HttpMethod.Put, "/api/admin/reports/1", weekly);
        Assert.Equal("2030-01-07T06:00:00+00:00", changed.Json.GetProperty("nextAt").GetString());
        Assert.Equal("Rows", changed.Json.GetProperty("title").GetString());
        var bad = new
        {
            source = "test.rows",
            format = "pdf",
            every = "week",
            hourUtc = 24,
            recipients = new[] { "nobody" },
        };
        (await world.SendAsync(HttpMethod.Post, "/api/admin/reports", bad, "k2"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body")
            .AssertFields("weekday", "hourUtc", "recipients");
        Assert.Equal(
            HttpStatusCode.NoContent, (await world.SendAsync(HttpMethod.Delete, "/api/admin/reports/1")).Status);
        (await world.SendAsync(HttpMethod.Delete, "/api/admin/reports/1"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await world.GetAsync("/api/admin/reports")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_paused_report_is_made_no_more_also_when_it_is_changed_until_it_is_resumed()
    {
        var clock = new ManualClock();
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder, clock))
        {
            await world.SendAsync(HttpMethod.Post, "/api/admin/reports", Daily, "k1");
            JsonElement paused = (await world.SendAsync(HttpMethod.Post, "/api/admin/reports/1/pause")).Json;
            Assert.True(paused.GetProperty("isPaused").GetBoolean());
            Assert.False(paused.TryGetProperty("nextAt", out _));
            JsonElement changed = (await world.SendAsync(HttpMethod.Put, "/api/admin/reports/1", Daily)).Json;
            Assert.True(changed.GetProperty("isPaused").GetBoolean());
        }

        clock.Advance(TimeSpan.FromDays(3));
        await using ExportWorld late = await ExportWorld.StartAsync(_folder, clock);
        Assert.Empty((await late.GetAsync("/api/admin/exports")).Json.GetProperty("items").EnumerateArray());
        JsonElement resumed = (await late.SendAsync(HttpMethod.Post, "/api/admin/reports/1/resume")).Json;
        Assert.Equal("2030-01-04T07:00:00+00:00", resumed.GetProperty("nextAt").GetString());
        (await late.SendAsync(HttpMethod.Post, "/api/admin/reports/9/pause"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_report_is_made_now_once_for_a_key_and_says_what_became_of_it()
    {
        await using (ExportWorld world = await ExportWorld.StartAsync(_folder))
        {
            ShellAnswer added = await world.SendAsync(HttpMethod.Post, "/api/admin/reports", Daily, "k1");
            Assert.False(added.Json.TryGetProperty("lastRun", out _));
            (await world.SendAsync(HttpMethod.Post, "/api/admin/reports/1/run"))
                .AssertProblem(HttpStatusCode.BadRequest, "idempotency_key_required");
            for (int i = 0; i < 2; i++)
            {
                ShellAnswer run = await world.SendAsync(HttpMethod.Post, "/api/admin/reports/1/run", null, "k2");
                Assert.Equal(HttpStatusCode.Accepted, run.Status);
            }

            Assert.Single(await world.WaitForDoneAsync(1));
            JsonElement report = (await world.GetAsync("/api/admin/reports")).Json.GetProperty("items")[0];
            JsonElement last = report.GetProperty("lastRun");
            Assert.Equal(
                ("1", "done"), (last.GetProperty("exportId").GetString(), last.GetProperty("state").GetString()));
            Assert.Equal("2030-01-01T07:00:00+00:00", report.GetProperty("nextAt").GetString());
            (await world.SendAsync(HttpMethod.Post, "/api/admin/reports/9/run", null, "k3"))
                .AssertProblem(HttpStatusCode.NotFound, "not_found");
            JsonElement log = (await world.GetAsync("/api/admin/audit?action=report.run")).Json;
            Assert.NotEmpty(log.GetProperty("items").EnumerateArray());
            await world.Host.SettleAsync();
        }

        string mails = File.ReadAllText(Path.Combine(_folder, "outbox", "2030-01-01.mbox"));
        Assert.Equal(2, mails.Split("Message-ID: <").Length - 1);
    }
}
