using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Education;

/// <summary>Recognises the names of degrees and school-leaving certificates.</summary>
internal static partial class DegreeShape
{
    /// <summary>Whether a text names a degree.</summary>
    public static bool IsIn(string text) =>
        Words().IsMatch(CanonicalCharacters.Fold(text)) || Abbreviations().IsMatch(text);

    [GeneratedRegex(@"\b(?:bachelor(?:'?s)?|master(?:'?s)?|masterstudium|bachelorstudium|doctor(?:ate|al|of)?|doktor|promotion|associate(?:'?s)?\s+(?:degree|of|in)|associate\s+(?:arts|science)|diploma|diplom|diplome|magister|staatsexamen|abitur|fachabitur|fachhochschulreife|hochschulreife|mittlere reife|realschulabschluss|matura|licence|maitrise|dut|bts|deug|dea|dess|baccalaureat|doctorat|licenciatura|licenciad[oa]|grado|master|maestria|doctorado|bachillerato|diplomatura|postgrado|tecnico superior|ciclo formativo|ingenieri[ae]|ingeniero|ingenieur|laurea|dottorato|ged|a-levels?|gcses?|high\s?school|ensino (?:medio|secundario|fundamental)|baccalaureate|classes preparatoires|these de doctorat|[lm][1-3](?=\s\p{L})|secondary school certificate|higher secondary|leaving certificate|certificate (?:in|of)|postgraduate|post-graduate|graduate certificate|pgce|foundation degree|hnd|hnc|juris doctor|berufsausbildung|ausbildung|umschulung|facharbeiter|geselle|meisterbrief|kaufmann|kauffrau|fachwirt|licentiate|bacharelado|mestrado|doutorado|undergraduate degree|minor in|major in|degree in|honours degree|cap|bac pro|bac|diplome d'etat|diplome d'ingenieur|cycle ingenieur|classe preparatoire|nvq|mbo|hbo|havo|vwo|lisans|yuksek lisans|doktora|licencjat|inzynier|maturita|tecnologo|graduacao|bacharel|mestre|bsc|msc|sarjana|cu nhan|thac si|ky su|kandidatexamen|civilingenjor|kandidat|curso|chartered accountan(?:t|cy)|certificate|trade certificate|pgdm|ssc|hsc|intermediate|class xii|class x|specialist degree|executive education|residency|fellowship|bootcamp|nanodegree)\b|学士|硕士|博士|本科|修士|卒業|бакалавр|магистр|специалист|аспирант|кандидат|магістр|спеціаліст|высшее|неполное высшее|вища|среднее|학사|석사|박사|بكالوريوس|ماجستير|תואר", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Words();

    // Abbreviations count in their own capitals only: "MA" is a degree, "ma" is not.
    [GeneratedRegex(@"(?<![\p{L}.])(?:B\.?\s?(?:Sc|S|A|E|Eng|Tech|Com|Ed|Arch|FA|BA|CA|BS|Pharm|Des|Mus)\.?(?:\s?N\.?)?|B\.?F\.?A\.?|B\.?B\.?A\.?|B\.?C\.?A\.?|BDS|BDes|MDes|BPharm|BHM|BSN|BSEE|BSCS|BSME|BSBA|BEng|BComm?|LL\.?B\.?|LL\.?M\.?|M\.?\s?(?:Sc|S|A|E|Eng|Tech|Com|Ed|Arch|Phil|Pharm|Des)\.?|M\.?B\.?A\.?|M\.?F\.?A\.?|M\.?P\.?A\.?|M\.?P\.?H\.?|M\.?C\.?A\.?|M\.?S\.?W\.?|MSN|MPP|MEng|MRes|MAT|EMBA|Ph\.?\s?D\.?|D\.?Phil\.?|Ed\.?D\.?|Psy\.?D\.?|Pharm\.?D\.?|J\.?D\.?|M\.?D\.?|D\.?D\.?S\.?|DNP|DVM|MBBS|ADN|A\.?\s?A\.?\s?S?\.?|A\.S\.|A\.B\.|AAS|Dipl\.?-?\s?\p{L}*\.?|Dr\.(?:\s?(?:rer|med|phil|jur|-Ing)\.?)+|GED|HND|Mag\.)(?![\p{L}])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Abbreviations();
}
