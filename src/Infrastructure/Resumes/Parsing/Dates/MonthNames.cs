using System.Collections.Frozen;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>Month and season names in the languages that are read.</summary>
internal static class MonthNames
{
    /// <summary>A pattern that any name or its abbreviation matches, in folded text.</summary>
    public const string Pattern =
        "(?:jan(?:uary|uar|vier|v)?|janner|enero|ene|gennaio|gen|janeiro"
        + "|feb(?:ruary|ruar|rero|r|braio)?|fevrier|fevr|fev(?:ereiro)?"
        + "|mar(?:ch|s|zo|z|co)?|maerz|mrz"
        + "|apr(?:il|ile)?|avril|avr|abril|abr"
        + "|may|mai|mayo|maggio|mag|maio"
        + "|june|juni|juin|junio|jun|giugno|giu|junho"
        + "|july|juli|juillet|juil|julio|jul|luglio|lug|julho"
        + "|aug(?:ust)?|aout|agosto|ago"
        + "|sept?(?:ember|embre|iembre)?|settembre|set(?:embro|iembre)?"
        + "|oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|ott|out(?:ubro)?"
        + "|nov(?:ember|embre|iembre|embro)?"
        + "|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?"
        + "|spring|summer|autumn|fall|winter)";

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["jan"] = 1, ["ene"] = 1, ["gen"] = 1,
        ["feb"] = 2, ["fev"] = 2,
        ["mar"] = 3, ["mae"] = 3, ["mrz"] = 3,
        ["apr"] = 4, ["avr"] = 4, ["abr"] = 4,
        ["may"] = 5, ["mai"] = 5, ["mag"] = 5,
        ["giu"] = 6, ["lug"] = 7,
        ["aug"] = 8, ["aou"] = 8, ["ago"] = 8,
        ["sep"] = 9, ["set"] = 9,
        ["oct"] = 10, ["okt"] = 10, ["ott"] = 10, ["out"] = 10,
        ["nov"] = 11,
        ["dec"] = 12, ["dez"] = 12, ["dic"] = 12,
        ["spr"] = 3, ["sum"] = 6, ["aut"] = 9, ["fal"] = 9, ["win"] = 1,
    }.ToFrozenDictionary();

    /// <summary>1 to 12.</summary>
    public static int NumberOf(string name)
    {
        var folded = CanonicalCharacters.Fold(name);
        // June and July share their first letters in most languages, and in French even the first three.
        if (folded.StartsWith("juil", StringComparison.Ordinal) || folded.StartsWith("jul", StringComparison.Ordinal))
            return 7;
        return folded.StartsWith("ju", StringComparison.Ordinal) ? 6 : Numbers[folded[..3]];
    }
}
