using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Ai;

namespace Catalog.Engine.Tests.Shell.Booking.Chatbot;

/// <summary>Answers as server-sent events.</summary>
public sealed class ChatbotStreamTests
{
    private const string Question = "when is the long wait playing";

    [Fact]
    public async Task Without_a_provider_the_answer_comes_at_once_and_is_the_same_as_without_a_stream()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync();
        (string kind, JsonElement data) = Assert.Single(await StreamAsync(world));
        Assert.Equal("answer", kind);
        JsonElement plain =
            (await world.SendAsync(HttpMethod.Post, "/api/chatbot/query", new { message = Question }, null)).Json;
        Assert.Equal(plain.GetRawText(), data.GetRawText());
    }

    [Fact]
    public async Task Sentences_are_told_as_they_come_and_the_answer_is_all_of_them()
    {
        await using FakeProvider provider = await FakeProvider.StartAsync();
        await using BookingWorld world = await BookingWorld.CreateAsync(provider.Settings);
        provider.Behaviour = FakeProvider.Stream(
            FakeProvider.Piece("There is a showtime. It "), FakeProvider.Piece("is in the Orion. "),
            FakeProvider.Piece("Enjoy it."), "[DONE]");
        List<(string Kind, JsonElement Data)> events = await StreamAsync(world);
        Assert.Equal(["words", "words", "answer"], events.Select(static each => each.Kind));
        Assert.Equal("There is a showtime. ", events[0].Data.GetProperty("text").GetString());
        Assert.Equal("It is in the Orion. ", events[1].Data.GetProperty("text").GetString());
        JsonElement answer = events[2].Data;
        Assert.Equal("There is a showtime. It is in the Orion. Enjoy it.", answer.GetProperty("answer").GetString());
        Assert.Equal(FakeProvider.Model, answer.GetProperty("answeredBy").GetString());
        Assert.NotEmpty(answer.GetProperty("results").GetProperty("showtimes").EnumerateArray());
    }

    [Theory]
    [InlineData("There is a showtime. ", "It costs EUR 3.51. ", "Enjoy it.")]
    [InlineData("There is a showtime. ", "It is ", "at https://evil.example/now")]
    public async Task A_sentence_that_is_made_up_is_never_told_and_the_local_answer_stands(params string[] pieces)
    {
        await using FakeProvider provider = await FakeProvider.StartAsync();
        await using BookingWorld world = await BookingWorld.CreateAsync(provider.Settings);
        provider.Behaviour = FakeProvider.Stream([.. pieces.Select(FakeProvider.Piece), "[DONE]"]);
        List<(string Kind, JsonElement Data)> events = await StreamAsync(world);
        Assert.DoesNotContain(events, static each => each.Data.GetRawText().Contains("3.51", StringComparison.Ordinal));
        Assert.DoesNotContain(events, static each => each.Data.GetRawText().Contains("evil", StringComparison.Ordinal));
        Assert.Equal("local", events[^1].Data.GetProperty("answeredBy").GetString());
        Assert.NotEqual("", events[^1].Data.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_stream_that_breaks_off_ends_in_the_local_answer()
    {
        await using FakeProvider provider = await FakeProvider.StartAsync();
        await using BookingWorld world = await BookingWorld.CreateAsync(provider.Settings);
        provider.Behaviour = async context =>
        {
            await FakeProvider.Stream(FakeProvider.Piece("There is a showtime. It "))(context);
            context.Abort();
        };
        List<(string Kind, JsonElement Data)> events = await StreamAsync(world);
        Assert.Equal(("answer", "local"), (events[^1].Kind, events[^1].Data.GetProperty("answeredBy").GetString()));
    }

    private static async Task<List<(string Kind, JsonElement Data)>> StreamAsync(BookingWorld world)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/booking/api/chatbot/query")
        {
            Content = JsonContent.Create(new { message = Question }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using HttpResponseMessage response = await world.Host.Http.SendAsync(request);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = new List<(string Kind, JsonElement Data)>();
        await foreach (SseItem<string> one in SseParser
            .Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            events.Add((one.EventType, JsonDocument.Parse(one.Data).RootElement));
        return events;
    }
}
