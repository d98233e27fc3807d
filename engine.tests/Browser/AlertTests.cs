using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>Rules that fire, what is done about it, and reports that are sent.</summary>
public sealed class AlertTests(BrowserHost host) : BrowserTest(host)
{
    private static readonly PageGetByTextOptions Whole = new() { Exact = true };

    [BrowserFact]
    public async Task A_rule_is_added_fires_and_its_alert_is_acknowledged_and_resolved()
    {
        string name = BrowserStage.NewName("Hardly a booking");
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/operations/alerts", "Alerts");
        await AddRuleAsync(admin, name);

        ILocator alert = Row(admin, "Alerts", name);
        await Expect(alert).ToContainTextAsync("Firing");
        await Expect(admin.Page.GetByRole(AriaRole.Button, Named(new Regex("alerts? firing$")))).ToBeVisibleAsync();
        await admin.Button("Acknowledge: " + name).ClickAsync();
        await Expect(alert).ToContainTextAsync("Acknowledged");

        // The rest by keys: the row opens, the note is written, the alert is resolved.
        await alert.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Field("Resolution note").FillAsync("It was a holiday.");
        await admin.Page.Keyboard.PressAsync("Tab");
        await admin.Page.Keyboard.PressAsync("Enter");
        ILocator panel = admin.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = name });
        await Expect(panel).ToContainTextAsync("Time to resolve");
        await Expect(panel).ToContainTextAsync("It was a holiday.");
        await admin.Page.Keyboard.PressAsync("Escape");
        await Expect(alert).ToContainTextAsync("Resolved");
    }

    [BrowserFact]
    public async Task A_rule_is_checked_edited_switched_off_and_deleted()
    {
        string name = BrowserStage.NewName("Few seats"), other = BrowserStage.NewName("Fewer seats");
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/operations/alerts", "Alerts");
        await admin.Button("Add a rule").ClickAsync();
        await admin.Button("Add the rule").ClickAsync();
        await admin.SeesAsync("Fill this in.");
        await admin.Page.Keyboard.PressAsync("Escape");
        await AddRuleAsync(admin, name, "-1");

        ILocator rule = Row(admin, "Rules", name);
        await rule.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        admin.Expecting(400);
        await admin.Field("Webhook").FillAsync("ftp://example.org");
        await admin.Button("Save changes").ClickAsync();
        await admin.SeesAsync("Must be an address as in https://example.org/alerts.");
        await admin.Field("Webhook").FillAsync("");
        await admin.Field("Name").FillAsync(other);
        await admin.Button("Save changes").ClickAsync();
        await admin.SeesAsync($"The rule “{other}” is saved.");

        rule = Row(admin, "Rules", other);
        await Expect(rule).ToContainTextAsync("OK");
        await rule.GetByRole(AriaRole.Switch).FocusAsync();
        await admin.Page.Keyboard.PressAsync("Space");
        await Expect(rule).ToContainTextAsync("Off");
        await admin.Page.ReloadAsync();
        await Expect(rule).ToContainTextAsync("Off");
        await Expect(rule.GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync();
        await rule.GetByRole(AriaRole.Switch).FocusAsync();
        await admin.Page.Keyboard.PressAsync("Space");
        await Expect(rule).ToContainTextAsync("OK");

        await rule.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Button("Delete").ClickAsync();
        await admin.Button("Delete the rule").ClickAsync();
        await Expect(rule).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_report_is_scheduled_sent_now_and_paused()
    {
        string title = BrowserStage.NewName("All showtimes");
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/operations/exports", "Exports");
        await admin.Link("Scheduled reports").ClickAsync();
        await Expect(admin.Heading("Scheduled reports")).ToBeVisibleAsync();
        await admin.Button("Add a report").ClickAsync();
        await admin.Button("Add the report").ClickAsync();
        await admin.SeesAsync("Choose what to report.");
        await admin.Field("Content").ClickAsync();
        await admin.Option("Showtimes and occupancy").ClickAsync();
        await admin.Field("Title").FillAsync(title);
        await admin.Page.GetByText("Weekly", Whole).ClickAsync();
        await admin.Field("Recipients").FillAsync("ops@example.org");
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Button("Add the report").ClickAsync();

        ILocator report = Row(admin, "Scheduled reports", title);
        await Expect(report).ToContainTextAsync("Every Monday at 06:00");
        await report.GetByRole(AriaRole.Button, Within("Run now")).ClickAsync();
        await Expect(report).ToContainTextAsync("Sent");
        await report.GetByRole(AriaRole.Button, Within("Pause")).ClickAsync();
        await Expect(report).ToContainTextAsync("Paused");

        await report.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Page.GetByText("Daily", Whole).ClickAsync();
        await admin.Button("Save changes").ClickAsync();
        await Expect(report).ToContainTextAsync("Every day at 06:00");
        await Expect(report).ToContainTextAsync("Paused");
    }

    /// <summary>A rule that holds at once, as long as fewer than a million of anything happen in an hour.</summary>
    private static async Task AddRuleAsync(Visitor admin, string name, string threshold = "100000000")
    {
        await admin.Button("Add a rule").ClickAsync();
        await admin.Field("Name").FillAsync(name);
        await admin.Field("Metric group").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await admin.Field("Condition").ClickAsync();
        await admin.Option("is below").ClickAsync();
        await admin.Field("Threshold").FillAsync(threshold);
        await admin.Button("Add the rule").ClickAsync();
        await admin.SeesAsync($"The rule “{name}” is saved.");
    }

    private static ILocator Row(Visitor admin, string table, string text) => admin.Page
        .GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = table, Exact = true })
        .Locator("[role=row][data-index]").Filter(new LocatorFilterOptions { HasText = text });

    private static PageGetByRoleOptions Named(Regex name) => new() { NameRegex = name };

    private static LocatorGetByRoleOptions Within(string name) => new() { NameRegex = new Regex("^" + name) };
}
