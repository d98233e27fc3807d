using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>Every rule, oldest first.</summary>
public sealed record AlertRuleListAnswer(IReadOnlyList<AlertRuleAnswer> Items) : IExampled<AlertRuleListAnswer>
{
    /// <inheritdoc/>
    public static AlertRuleListAnswer Example => new([AlertRuleAnswer.Example]);
}
