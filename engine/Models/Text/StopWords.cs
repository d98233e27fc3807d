namespace Catalog.Engine.Models.Text;

/// <summary>
/// English words that say little about what a text is about, as <see cref="TextTokenizer"/> cuts them.
/// </summary>
/// <remarks>Thread-safe. The usual function words, put together for this library.</remarks>
public static class StopWords
{
    private static readonly HashSet<string> English = new(
        ("a about above after again all also am an and any anybody anyone anything are arent around as at be " +
         "because been before being below between both but by can cannot cant could couldnt did didnt do does " +
         "doesnt doing dont down during each either else ever every few for from further get gets getting go " +
         "going got had has hasnt have havent having he hello her here hers hey hi him his how i id if ill im " +
         "in into is isnt it its itself ive just kindly let lets like look looking lot many may maybe me might " +
         "mine more most much must my myself need needs neither no nor not now of off ok okay on once one only " +
         "onto or other our ours out over own per perhaps please quite rather really same see shall she should " +
         "so some somebody someone something soon still such tell than thank thanks that thats the their " +
         "theirs them then there theres these they thing things this those through to together too under until " +
         "up upon us use used uses using very via want wanted wants was wasnt we well were weve what whats when " +
         "whens where wheres whether which while who whom whos whose why will with within without wont would wouldnt " +
         "yes yet you youd youre your yours").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a token's text is such a word. O(1), allocates nothing.</summary>
    public static bool Contains(string word) => English.Contains(word);
}
