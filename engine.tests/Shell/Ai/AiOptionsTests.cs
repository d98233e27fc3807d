using Catalog.Shell.Ai;

namespace Catalog.Engine.Tests.Shell.Ai;

public sealed class AiOptionsTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("https://api.openai.com/v1", "key", "gpt", null)]
    [InlineData("http://localhost:11434/v1", "key", "llama", "vectors")]
    [InlineData("http://10.0.0.5/v1/", null, "llama", null)]
    public void What_can_work_is_taken(string? url, string? key, string? chat, string? vectors) =>
        Assert.True(Validate(url, key, chat, vectors) is null, Validate(url, key, chat, vectors));

    [Theory]
    [InlineData(null, "key", null, null, "BaseUrl")]
    [InlineData(null, null, "gpt", null, "BaseUrl")]
    [InlineData("https://api.openai.com/v1", "key", null, null, "ChatModel")]
    [InlineData("http://api.example.com/v1", "key", "gpt", null, "in the open")]
    [InlineData("ftp://api.example.com", null, "gpt", null, "BaseUrl")]
    [InlineData("https://me:secret@api.example.com", null, "gpt", null, "BaseUrl")]
    [InlineData("nonsense", null, "gpt", null, "BaseUrl")]
    [InlineData("https://api.openai.com/v1", " ", "gpt", null, "ApiKey")]
    [InlineData("https://api.openai.com/v1", "a\r\nb", "gpt", null, "ApiKey")]
    [InlineData("https://api.openai.com/v1", null, "Local", null, "'local'")]
    public void What_cannot_work_is_refused_by_name(
        string? url, string? key, string? chat, string? vectors, string named)
    {
        string? failure = Validate(url, key, chat, vectors);
        Assert.Contains(named, failure, StringComparison.Ordinal);
        if (key is { Length: > 3 }) Assert.DoesNotContain(key, failure, StringComparison.Ordinal);
    }

    private static string? Validate(string? url, string? key, string? chat, string? vectors) =>
        new AiOptionsValidator().Validate(null, new AiOptions
        {
            BaseUrl = url, ApiKey = key, ChatModel = chat, EmbeddingModel = vectors,
        }).FailureMessage;
}
