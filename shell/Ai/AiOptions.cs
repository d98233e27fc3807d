using System.ComponentModel.DataAnnotations;

namespace Catalog.Shell.Ai;

/// <summary>
/// A language model elsewhere, section <c>Catalog:Ai</c>: any that speaks OpenAI's wire format. Without
/// <see cref="BaseUrl"/> only the local models answer. Read once at start.
/// </summary>
public sealed class AiOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Ai";

    /// <summary>
    /// Where it is, with the version: <c>https://api.openai.com/v1</c>,
    /// <c>https://generativelanguage.googleapis.com/v1beta/openai</c>, <c>http://localhost:11434/v1</c>.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>The key, sent as a bearer token; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model that answers; without one the local model does.</summary>
    public string? ChatModel { get; set; }

    /// <summary>The model that makes vectors; without one the local model does.</summary>
    public string? EmbeddingModel { get; set; }

    /// <summary>
    /// Milliseconds until an answer must be there, or a stream's first words; then the local model answers.
    /// </summary>
    [Range(50, 300_000)]
    public int DeadlineMs { get; set; } = 8_000;

    /// <summary>Characters of all messages sent together, at most.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxPromptCharacters { get; set; } = 24_000;

    /// <summary>Tokens of an answer, at most.</summary>
    [Range(16, 32_768)]
    public int MaxAnswerTokens { get; set; } = 400;

    /// <summary>Bytes of an answer that are read, at most.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// What newer models of OpenAI call the bound on tokens: <c>max_completion_tokens</c> instead of <c>max_tokens</c>.
    /// </summary>
    public bool UsesMaxCompletionTokens { get; set; }

    /// <summary>Requests within <see cref="BreakSeconds"/> of which half must fail before it is left alone.</summary>
    [Range(2, 1_000)]
    public int FailuresToBreak { get; set; } = 4;

    /// <summary>Seconds it is left alone before it is tried again.</summary>
    [Range(1, 3_600)]
    public int BreakSeconds { get; set; } = 30;

    /// <summary>Whether a model elsewhere answers.</summary>
    public bool HasChat => BaseUrl is not null && ChatModel is not null;

    /// <summary>Whether a model elsewhere makes vectors.</summary>
    public bool HasEmbeddings => BaseUrl is not null && EmbeddingModel is not null;
}
