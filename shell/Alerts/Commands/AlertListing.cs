using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Every rule and alert, oldest first.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Alerts">The alerts.</param>
public readonly record struct AlertListing(AlertRule[] Rules, Alert[] Alerts) : IResult<AlertListing>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Rules.Length);
        foreach (AlertRule rule in Rules) rule.Write(ref writer);
        writer.WriteArrayHeader(Alerts.Length);
        foreach (Alert alert in Alerts) alert.Write(ref writer);
    }

    /// <inheritdoc/>
    public static AlertListing Read(ref MessagePackReader reader)
    {
        var rules = new AlertRule[reader.ReadArrayHeader()];
        for (int i = 0; i < rules.Length; i++) rules[i] = AlertRule.Read(ref reader);
        var alerts = new Alert[reader.ReadArrayHeader()];
        for (int i = 0; i < alerts.Length; i++) alerts[i] = Alert.Read(ref reader);
        return new AlertListing(rules, alerts);
    }
}
