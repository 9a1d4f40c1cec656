using System.Text.RegularExpressions;
using HotGigs.Domain.Jobs;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Tells the level of a degree from its name, in the languages that resumes are written in.</summary>
internal static partial class DegreeLevels
{
    /// <returns><c>null</c> where the name says nothing of a level, as that of a course.</returns>
    public static EducationLevel? Of(string degree)
    {
        // The highest first: "Master's, after a bachelor's" is a master's.
        var folded = CanonicalCharacters.Fold(degree);
        if (Doctorate().IsMatch(folded) || DoctorateLetters().IsMatch(degree))
            return EducationLevel.Doctorate;
        if (Master().IsMatch(folded) || MasterLetters().IsMatch(degree))
            return EducationLevel.Master;
        if (Bachelor().IsMatch(folded) || BachelorLetters().IsMatch(degree))
            return EducationLevel.Bachelor;
        if (Associate().IsMatch(folded) || AssociateLetters().IsMatch(degree))
            return EducationLevel.Associate;
        return School().IsMatch(folded) ? EducationLevel.None : null;
    }

    [GeneratedRegex(@"\b(?:doctor(?:ate|al|at|ado)?|doktor(?:at|in)?|promotion|dottorato|doutorado|postdoc(?:toral)?)\b|博士|кандидат|доктор|аспирант", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Doctorate();

    // Abbreviations count in their own capitals only.
    [GeneratedRegex(@"(?<![\p{L}.])(?:Ph\.?\s?D|D\.?\s?Phil|Ed\.?D|Psy\.?D|Pharm\.?D|J\.?D|M\.?D|D\.?D\.?S|DNP|DVM|DBA|Dr\.)(?![\p{L}])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex DoctorateLetters();

    // A German "Diplom", which is no English diploma, and a French or Spanish engineer's degree, take as long as a master's.
    [GeneratedRegex(@"\b(?:masters?|master's|masterstudium|magister|mestrado|maestria|maitrise|dea|dess|laurea magistrale|postgraduate degree|diplom(?:-\w+|ingenieur\w*|kauf\w+|informatiker\w*|betriebswirt\w*|physiker\w*|psycholog\w*)?|staatsexamen|diplome d'ingenieur|cycle ingenieur|ingenieurs?|ingenieri[ae]|ingeniero|pgdm)\b|硕士|修士|магистр|специалист", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Master();

    [GeneratedRegex(@"(?<![\p{L}.])(?:M\.?\s?(?:Sc|S|A|Eng|E|Tech|Com|Ed|Arch|Phil|Des|BA|FA|PA|PH|CA|SW)|EMBA|MSN|MPP|MRes|MAT|LL\.?M|Dipl\.?-?\s?Ing|Dipl\.|Mag\.)(?![\p{L}])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex MasterLetters();

    [GeneratedRegex(@"\b(?:bachelors?|bachelor's|bachelorstudium|bacharelado|licence|licenciatura|licenciad[oa]|grado en|laurea|graduado|graduada|undergraduate degree|honours degree)\b|学士|本科|бакалавр", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Bachelor();

    [GeneratedRegex(@"(?<![\p{L}.])(?:B\.?\s?(?:Sc|S|A|Eng|E|Tech|Com|Comm|Ed|Arch|FA|BA|CA|Pharm|Des|Mus)|BSN|BSEE|BSCS|BSME|BSBA|MBBS|LL\.?B)(?![\p{L}])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex BachelorLetters();

    [GeneratedRegex(@"\b(?:associate(?:'?s)?|foundation degree|dut|bts|deug|tecnico superior|ciclo formativo de grado superior|fachwirt|meisterbrief)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Associate();

    [GeneratedRegex(@"(?<![\p{L}.])(?:A\.?A\.?S|A\.?A|A\.S\.|ADN|HND|HNC)(?![\p{L}])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex AssociateLetters();

    [GeneratedRegex(@"\b(?:high school|secondary school|abitur|fachabitur|(?:fach)?hochschulreife|matura|mittlere reife|realschulabschluss|baccalaureat|bac pro|bac|bachillerato|a-levels?|gcses?|ged|ssc|hsc|leaving certificate|ausbildung|berufsausbildung|higher secondary|class x(?:ii)?)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex School();
}
