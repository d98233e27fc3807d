using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>Says which model an answer is from: the provider's by its name, or one in this process.</summary>
public static class AnsweredBy
{
    /// <summary>What the models in this process are called.</summary>
    public const string Local = "local";

    /// <summary>The property of answers and vectors that says it.</summary>
    public const string Property = "answeredBy";

    /// <summary>Which model an answer is from.</summary>
    public static string Of(ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(Property, out string? name) == true ? name! : Local;

    /// <summary>Which model a piece of an answer is from.</summary>
    public static string Of(ChatResponseUpdate update) =>
        update.AdditionalProperties?.TryGetValue(Property, out string? name) == true ? name! : Local;

    internal static AdditionalPropertiesDictionary Say(string name) => new() { [Property] = name };
}
