using System.Globalization;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// What players call themselves: two words and mostly a number, written in one of several manners. Nobody has another's
/// name, and no list of those taken is needed: the words and the number are the player's own number, shuffled.
/// <code>
/// player (24 bits) ─ shuffle ─► 6 bits first word │ 7 bits second word │ 11 bits number
/// </code>
/// </summary>
internal static class PlayerNaming
{
    /// <summary>How many names there are.</summary>
    public const int Count = 1 << 24;

    private const int Half = 12;
    private const int HalfMask = (1 << Half) - 1;
    private const ulong ChooseManner = 3;

    private static readonly string[] First =
    [
        "Shadow", "Silent", "Crimson", "Frozen", "Golden", "Rapid", "Iron", "Mystic", "Lucky", "Savage", "Neon", "Dark",
        "Wild", "Cosmic", "Toxic", "Royal", "Hidden", "Broken", "Electric", "Lone", "Brave", "Fierce", "Ghostly",
        "Stormy", "Ancient", "Sly", "Mighty", "Clever", "Sleepy", "Grumpy", "Turbo", "Pixel", "Cyber", "Quantum",
        "Lunar", "Solar", "Arctic", "Ember", "Velvet", "Crystal", "Rusty", "Salty", "Sneaky", "Vicious", "Noble",
        "Feral", "Rogue", "Blazing", "Thunder", "Midnight", "Scarlet", "Azure", "Emerald", "Obsidian", "Hollow",
        "Cursed", "Blessed", "Furious", "Gentle", "Dizzy", "Epic", "Retro", "Hyper", "Tiny",
    ];

    private static readonly string[] Second =
    [
        "Wolf", "Fox", "Raven", "Hawk", "Lynx", "Otter", "Viper", "Bear", "Crane", "Mantis", "Heron", "Stag", "Tiger",
        "Panther", "Dragon", "Phoenix", "Falcon", "Cobra", "Shark", "Kraken", "Badger", "Moose", "Panda", "Penguin",
        "Raccoon", "Sloth", "Gecko", "Toad", "Owl", "Eagle", "Bison", "Jaguar", "Knight", "Mage", "Archer", "Ranger",
        "Paladin", "Monk", "Bard", "Druid", "Hunter", "Reaper", "Slayer", "Sniper", "Gunner", "Pilot", "Captain",
        "Pirate", "Ninja", "Samurai", "Ronin", "Viking", "Titan", "Giant", "Goblin", "Troll", "Golem", "Wizard",
        "Witch", "Oracle", "Prophet", "King", "Queen", "Duke", "Baron", "Jester", "Nomad", "Drifter", "Outlaw",
        "Bandit", "Sheriff", "Agent", "Cipher", "Vector", "Matrix", "Byte", "Kernel", "Socket", "Glitch", "Phantom",
        "Specter", "Wraith", "Spirit", "Soul", "Blade", "Sword", "Dagger", "Arrow", "Hammer", "Shield", "Lance",
        "Bullet", "Rocket", "Comet", "Meteor", "Nova", "Nebula", "Quasar", "Pulsar", "Orbit", "Eclipse", "Storm",
        "Thorn", "Blizzard", "Tornado", "Tsunami", "Volcano", "Glacier", "Canyon", "River", "Forest", "Mountain",
        "Waffle", "Pickle", "Noodle", "Muffin", "Pancake", "Taco", "Biscuit", "Potato", "Cactus", "Mango", "Peach",
        "Cherry", "Pepper", "Ginger", "Walnut", "Acorn",
    ];

    /// <summary>A player's name. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many names.</exception>
    public static string NameOf(ulong seed, int player)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)player, (uint)Count, nameof(player));
        int code = Shuffle(player);
        string first = First[code >> 18], second = Second[(code >> 11) & 0x7F];
        string number = (code & 0x7FF) == 0 ? "" : (code & 0x7FF).ToString(CultureInfo.InvariantCulture);
        return new Draw(seed, (ulong)player, ChooseManner).Below(8) switch
        {
            0 => $"{first}_{second}{number}",
            1 => $"{Lower(first)}.{Lower(second)}{number}",
            2 => $"{Lower(first)}{Lower(second)}{number}",
            3 => $"xX{first}{second}{number}Xx",
            4 => $"The{first}{second}{number}",
            _ => $"{first}{second}{number}",
        };
    }

    // Four rounds of a Feistel network: whatever the round does, each number has one picture.
    private static int Shuffle(int number)
    {
        int left = number >> Half, right = number & HalfMask;
        for (uint round = 1; round <= 4; round++)
        {
            uint mixed = ((uint)right + (round * 0x9E37_79B9)) * 0x85EB_CA6B;
            mixed ^= mixed >> 13;
            (left, right) = (right, left ^ (int)((mixed * 0xC2B2_AE35) >> 20));
        }

        return (left << Half) | right;
    }

    private static string Lower(string word) => word.ToLowerInvariant();
}
