using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Catalog.Shell.Ai.Wire;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>
/// Chat with a provider that speaks OpenAI's <c>/chat/completions</c>, whole or streamed. Text only. Thread-safe.
/// </summary>
internal sealed class RemoteChatClient(AiTransport transport, AiOptions options) : IChatClient
{
    private const string Path = "chat/completions";

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chat = null, CancellationToken cancellationToken = default)
    {
        WireChatRequest request = RequestOf(messages, chat, isStream: false);
        WireChatAnswer answer = await transport.SendAsync(
            Path, request, WireJson.Default.WireChatRequest, WireJson.Default.WireChatAnswer, cancellationToken);
        WireChoice? choice = answer.Choices is [var first, ..] ? first : null;
        if (choice?.Message?.Content is not { Length: > 0 } text)
            throw new AiProviderException("The provider's answer has no text.");
        string model = answer.Model ?? request.Model;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = model,
            FinishReason = ReasonOf(choice.FinishReason),
            Usage = UsageOf(answer.Usage),
            AdditionalProperties = AnsweredBy.Say(request.Model),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chat = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WireChatRequest request = RequestOf(messages, chat, isStream: true);
        using HttpResponseMessage response = await transport.OpenAsync(
            Path, request, WireJson.Default.WireChatRequest, cancellationToken);
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        bool isEnded = false;
        long characters = 0;
        await using IAsyncEnumerator<SseItem<string>> events =
            SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (!isEnded && await NextAsync(events))
        {
            if (events.Current.Data == "[DONE]") yield break;
            WireChoice? choice = ChoiceOf(events.Current.Data);
            isEnded = choice?.FinishReason is not null;
            characters += choice?.Delta?.Content?.Length ?? 0;
            if (characters > options.MaxResponseBytes) throw new AiProviderException("The stream is too long.");
            if (choice is null || (choice.Delta?.Content is not { Length: > 0 } && !isEnded)) continue;
            yield return new ChatResponseUpdate(ChatRole.Assistant, choice.Delta?.Content)
            {
                ModelId = request.Model,
                FinishReason = ReasonOf(choice.FinishReason),
                AdditionalProperties = AnsweredBy.Say(request.Model),
            };
        }

        if (!isEnded) throw new AiProviderException("The provider's stream broke off.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null) return null;
        if (serviceType == typeof(ChatClientMetadata))
            return new ChatClientMetadata("openai", transport.Address, options.ChatModel);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new AiProviderException("The provider's stream broke off.", 0, e);
        }
    }

    private static WireChoice? ChoiceOf(string data)
    {
        try
        {
            WireChatAnswer? answer = JsonSerializer.Deserialize(data, WireJson.Default.WireChatAnswer);
            if (answer?.Error is not null) throw new AiProviderException("The provider's stream ended in an error.");
            return answer?.Choices is [var choice, ..] ? choice : null;
        }
        catch (JsonException e)
        {
            throw new AiProviderException("The provider's stream cannot be read.", 0, e);
        }
    }

    private WireChatRequest RequestOf(IEnumerable<ChatMessage> messages, ChatOptions? chat, bool isStream)
    {
        WireMessage[] all = [.. messages.Select(static one => new WireMessage(one.Role.Value, one.Text))];
        if (all.Sum(static one => (long)(one.Content?.Length ?? 0)) > options.MaxPromptCharacters)
            throw new AiProviderException("The prompt is longer than may be sent.");
        int most = Math.Min(chat?.MaxOutputTokens ?? options.MaxAnswerTokens, options.MaxAnswerTokens);
        return new WireChatRequest
        {
            Model = options.ChatModel!,
            Messages = all,
            MaxTokens = options.UsesMaxCompletionTokens ? null : most,
            MaxCompletionTokens = options.UsesMaxCompletionTokens ? most : null,
            Temperature = chat?.Temperature,
            Stream = isStream ? true : null,
        };
    }

    private static ChatFinishReason? ReasonOf(string? reason) =>
        string.IsNullOrEmpty(reason) ? null : new ChatFinishReason(reason);

    private static UsageDetails? UsageOf(WireUsage? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.PromptTokens,
        OutputTokenCount = usage.CompletionTokens,
        TotalTokenCount = usage.TotalTokens,
    };
}
