using Catalog.Engine.Booking;
using Catalog.Engine.Models.Text.Intents;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>A question as it was understood, with what the conversation was about before.</summary>
internal sealed record ChatbotQuestion
{
    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>When it was asked, milliseconds since 1970.</summary>
    public required long NowMs { get; init; }

    /// <summary>Who asks, when signed in.</summary>
    public required Caller? Caller { get; init; }

    /// <summary>What is asked.</summary>
    public required string Intent { get; init; }

    /// <summary>What was made of the words.</summary>
    public required IntentResult Parsed { get; init; }

    /// <summary>The films that may be meant.</summary>
    public required IReadOnlyList<ulong> Films { get; init; }

    /// <summary>The theaters that may be meant.</summary>
    public required IReadOnlyList<ulong> Theaters { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The genre.</summary>
    public string? Genre { get; init; }

    /// <summary>When the film shall start.</summary>
    public TimeWindow? When => Parsed.Slot(ChatbotSlots.When)?.Window;

    /// <summary>What a place may cost, in hundredths.</summary>
    public NumberRange? Price => Parsed.Slot(ChatbotSlots.Price)?.Range;

    /// <summary>For how many.</summary>
    public int? Count => (int?)Parsed.Slot(ChatbotSlots.Count)?.Range?.Min;

    /// <summary>Whether the question narrows down showtimes by anything but the film.</summary>
    public bool IsNarrowed => When is not null || Price is not null || City is not null || Theaters.Count > 0;

    /// <summary>What the conversation is about after it.</summary>
    public ChatbotMemory Memory => new(
        Intent == ChatbotIntents.Unknown ? null : Intent, Films is [var film] ? film : null,
        Theaters is [var theater] ? theater : null, City, Genre);

    /// <summary>Understands a question in its conversation.</summary>
    public static ChatbotQuestion Of(
        string text, IntentResult parsed, ChatbotMemory memory, Caller? caller, long nowMs)
    {
        IReadOnlyList<ulong> films = IdsOf(parsed.Slot(ChatbotSlots.Film));
        IReadOnlyList<ulong> theaters = IdsOf(parsed.Slot(ChatbotSlots.Cinema));
        string? city = NameOf(parsed.Slot(ChatbotSlots.City)), genre = NameOf(parsed.Slot(ChatbotSlots.Genre));
        bool namesNothing = films.Count == 0 && genre is null;

        // "And tomorrow?" goes on with what was asked before; a new film begins anew.
        bool goesOn = namesNothing && parsed.Intent is null or ChatbotIntents.Showtimes or ChatbotIntents.Seats
            or ChatbotIntents.Price or ChatbotIntents.About;
        string? intent = parsed.Intent;
        if (goesOn && parsed.Slots.Count > 0 && IsWeak(parsed)) intent = memory.Intent ?? intent;
        if (intent is null && parsed.Slots.Count > 0) intent = ChatbotIntents.Showtimes;
        bool isCrowd = parsed.Slot(ChatbotSlots.Count)?.Range?.Min > SeatList.MaxCount;
        if (intent == ChatbotIntents.Seats && isCrowd) intent = ChatbotIntents.Group;
        return new ChatbotQuestion
        {
            Text = text,
            NowMs = nowMs,
            Caller = caller,
            Parsed = parsed,
            Intent = intent ?? ChatbotIntents.Unknown,
            Films = goesOn && films.Count == 0 && memory.Film is { } film ? [film] : films,
            Theaters = goesOn && theaters.Count == 0 && city is null && memory.Theater is { } own ? [own] : theaters,
            City = goesOn && theaters.Count == 0 ? city ?? memory.City : city,
            Genre = goesOn && films.Count == 0 ? genre ?? memory.Genre : genre,
        };
    }

    /// <summary>Whether only values speak for the intent, and no phrase of weight.</summary>
    private static bool IsWeak(IntentResult parsed) => parsed.Intent is null || parsed.Ranked[0].Score < 1.2;

    private static ulong[] IdsOf(SlotMatch? match) => match is null ? [] :
        [.. match.Names.Select(static name => IdText.TryParse(name.Key, out ulong id) ? id : 0)];

    private static string? NameOf(SlotMatch? match) => match?.Names[0].Key;
}
