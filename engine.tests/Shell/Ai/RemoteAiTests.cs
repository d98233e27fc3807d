using System.Text.Json;
using Catalog.Shell.Ai;
using Microsoft.Extensions.AI;

namespace Catalog.Engine.Tests.Shell.Ai;

/// <summary>
/// The way to a provider, against a server that speaks its wire format: right, wrong, slow and broken.
/// </summary>
public sealed class RemoteAiTests : IAsyncLifetime
{
    private static readonly ChatMessage[] Question =
    [
        new(ChatRole.System, "The harbour opens at nine. Cats sleep at noon."),
        new(ChatRole.User, "When does the harbour open?"),
    ];

    private readonly ManualClock _clock = new();
    private readonly RecordingLogger<RemoteAi> _log = new();
    private FakeProvider _provider = null!;

    public async Task InitializeAsync() => _provider = await FakeProvider.StartAsync();

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task It_is_asked_in_the_wire_format_and_its_answer_is_read()
    {
        using RemoteAi remote = Remote();
        ChatResponse answer = await new FallbackChatClient(remote).GetResponseAsync(
            Question, new ChatOptions { Temperature = 0.5f, MaxOutputTokens = 9_999 });
        Assert.Equal("Hello from afar.", answer.Text);
        Assert.Equal(FakeProvider.Model, AnsweredBy.Of(answer));
        Assert.Equal(10, answer.Usage!.TotalTokenCount);
        JsonElement sent = JsonDocument.Parse(Assert.Single(_provider.Bodies)).RootElement;
        Assert.Equal(FakeProvider.Model, sent.GetProperty("model").GetString());
        Assert.Equal("system", sent.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Equal(Question[1].Text, sent.GetProperty("messages")[1].GetProperty("content").GetString());
        Assert.Equal(400, sent.GetProperty("max_tokens").GetInt32());
        Assert.False(sent.TryGetProperty("stream", out _));
        Assert.Equal("Bearer " + FakeProvider.Key, Assert.Single(_provider.Keys));
    }

    [Fact]
    public async Task A_stream_is_read_piece_by_piece()
    {
        _provider.Behaviour = FakeProvider.Stream(
            FakeProvider.Piece("Hel"), FakeProvider.Piece("lo"), "{\"choices\":[]}",
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}", "[DONE]");
        using RemoteAi remote = Remote();
        List<ChatResponseUpdate> pieces = await StreamAsync(remote);
        Assert.Equal(["Hel", "lo", ""], pieces.Select(static piece => piece.Text));
        Assert.All(pieces, static piece => Assert.Equal(FakeProvider.Model, AnsweredBy.Of(piece)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task A_refusal_leaves_the_answer_to_the_local_model(int status)
    {
        _provider.Behaviour = FakeProvider.Status(status);
        using RemoteAi remote = Remote();
        await AssertLocalAsync(remote);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":null}}]}")]
    [InlineData("{\"choices\":7}")]
    public async Task An_answer_that_makes_no_sense_leaves_it_to_the_local_model(string body)
    {
        _provider.Behaviour = FakeProvider.Raw(body);
        using RemoteAi remote = Remote();
        ChatResponse answer = await new FallbackChatClient(remote).GetResponseAsync(Question);
        Assert.Equal(AnsweredBy.Local, AnsweredBy.Of(answer));
        Assert.Equal("The harbour opens at nine.", answer.Text);
    }

    [Fact]
    public async Task Too_long_an_answer_and_too_long_a_prompt_are_not_taken()
    {
        _provider.Behaviour = static context => FakeProvider.SayAsync(context, new string('x', 5_000));
        using RemoteAi remote = Remote(static options => options.MaxResponseBytes = 1_024);
        Assert.Null(await remote.TryAskAsync(Question));
        int asked = _provider.Bodies.Count;
        Assert.Null(await remote.TryAskAsync([new(ChatRole.User, new string('x', 30_000))]));
        Assert.Equal(asked, _provider.Bodies.Count);
    }

    [Fact]
    public async Task Whoever_is_too_slow_is_not_waited_for()
    {
        _provider.Behaviour = FakeProvider.HangAsync;
        using RemoteAi remote = Remote(static options => options.DeadlineMs = 100);
        await AssertLocalAsync(remote);
        Assert.Contains(_log.Lines, static line => line.Contains("too slow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_no_failure_of_the_provider()
    {
        _provider.Behaviour = FakeProvider.HangAsync;
        using RemoteAi remote = Remote();
        for (int i = 0; i < 6; i++)
        {
            using var gone = new CancellationTokenSource(30);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => remote.TryAskAsync(Question, null, gone.Token));
        }

        _provider.Behaviour = static context => FakeProvider.SayAsync(context, "still here");
        Assert.Equal("still here", (await remote.TryAskAsync(Question))?.Text);
    }

    [Fact]
    public async Task After_failures_it_is_left_alone_for_a_while_and_then_tried_again()
    {
        _provider.Behaviour = FakeProvider.Status(500);
        using RemoteAi remote = Remote();
        for (int i = 0; i < 4; i++) Assert.Null(await remote.TryAskAsync(Question));
        Assert.Equal(4, _provider.Bodies.Count);
        _provider.Behaviour = static context => FakeProvider.SayAsync(context, "back again");
        Assert.Null(await remote.TryAskAsync(Question));
        Assert.Equal(4, _provider.Bodies.Count);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("back again", (await remote.TryAskAsync(Question))?.Text);
        Assert.Equal("back again", (await remote.TryAskAsync(Question))?.Text);
        Assert.Equal(6, _provider.Bodies.Count);
    }

    [Fact]
    public async Task A_stream_that_fails_before_its_first_words_is_answered_locally_and_one_that_breaks_later_throws()
    {
        using RemoteAi remote = Remote();
        _provider.Behaviour = FakeProvider.Stream("{\"error\":{\"message\":\"overloaded\"}}");
        Assert.Equal(AnsweredBy.Local, AnsweredBy.Of((await StreamAsync(remote))[0]));
        _provider.Behaviour = FakeProvider.Stream(FakeProvider.Piece("Hel"));
        await Assert.ThrowsAsync<AiProviderException>(() => StreamAsync(remote));
        _provider.Behaviour = FakeProvider.Stream(FakeProvider.Piece("Hel"), "{broken");
        await Assert.ThrowsAsync<AiProviderException>(() => StreamAsync(remote));
    }

    [Fact]
    public async Task Vectors_are_read_in_order_and_wrong_ones_are_made_here()
    {
        using RemoteAi remote = Remote();
        var generator = new FallbackEmbeddingGenerator(remote);
        _provider.Behaviour = FakeProvider.Raw(
            "{\"data\":[{\"index\":1,\"embedding\":[3,4]},{\"index\":0,\"embedding\":[1,2]}]}");
        GeneratedEmbeddings<Embedding<float>> vectors = await generator.GenerateAsync(["a", "b"]);
        Assert.Equal([1f, 2f], vectors[0].Vector.ToArray());
        Assert.Equal("test-vectors", vectors[1].ModelId);
        _provider.Behaviour = FakeProvider.Raw("{\"data\":[{\"index\":1,\"embedding\":[3,4]}]}");
        vectors = await generator.GenerateAsync(["a", "b"]);
        Assert.Equal((2, AnsweredBy.Local), (vectors.Count, vectors[0].ModelId));
    }

    [Fact]
    public async Task Neither_key_nor_words_are_ever_logged()
    {
        _provider.Behaviour = FakeProvider.Status(500, FakeProvider.Key + " harbour");
        using RemoteAi remote = Remote();
        for (int i = 0; i < 6; i++) await remote.TryAskAsync(Question);
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, static line => line.Contains(FakeProvider.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, static line => line.Contains("harbour", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_a_provider_the_local_model_quotes_what_it_was_given_or_does_not_know()
    {
        using var remote = new RemoteAi(new AiOptions(), _clock, _log);
        var client = new FallbackChatClient(remote);
        Assert.Equal("The harbour opens at nine.", (await client.GetResponseAsync(Question)).Text);
        ChatMessage[] strange = [Question[0], new(ChatRole.User, "zxqv")];
        Assert.Equal(LocalChatClient.DoesNotKnow, (await client.GetResponseAsync(strange)).Text);
        Assert.Equal("The harbour opens at nine.", string.Concat(await StreamAsync(remote)));
    }

    private async Task AssertLocalAsync(RemoteAi remote)
    {
        ChatResponse answer = await new FallbackChatClient(remote).GetResponseAsync(Question);
        Assert.Equal(AnsweredBy.Local, AnsweredBy.Of(answer));
        List<ChatResponseUpdate> pieces = await StreamAsync(remote);
        Assert.Equal("The harbour opens at nine.", string.Concat(pieces.Select(static piece => piece.Text)));
    }

    private static async Task<List<ChatResponseUpdate>> StreamAsync(RemoteAi remote)
    {
        var pieces = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate piece in new FallbackChatClient(remote).GetStreamingResponseAsync(Question))
            pieces.Add(piece);
        return pieces;
    }

    private RemoteAi Remote(Action<AiOptions>? change = null)
    {
        var options = new AiOptions
        {
            BaseUrl = _provider.Url, ApiKey = FakeProvider.Key, ChatModel = FakeProvider.Model,
            EmbeddingModel = "test-vectors",
        };
        change?.Invoke(options);
        return new RemoteAi(options, _clock, _log);
    }
}
