using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>Recognises employers and places of learning by the words in their names.</summary>
internal static partial class Organizations
{
    private static readonly Lexicon Company = Lexicon.Of(
    [
        "inc", "llc", "ltd", "limited", "gmbh", "ag", "corp", "corporation", "company", "co", "group", "bank", "hospital", "clinic", "clinics",
        "technologies", "solutions", "systems", "labs", "laboratories", "services", "consulting", "partners", "agency", "studio", "studios", "media",
        "foundation", "sa", "sas", "sarl", "sl", "slu", "bv", "nv", "kg", "plc", "llp", "holdings", "industries", "international", "ministry", "klinikum",
        "krankenhaus", "*haus", "stadt", "associates", "center", "centre", "department of", "restaurant", "hotel", "hotels", "store", "stores", "district", "banco",
        "banque", "grupo", "groupe", "gruppe", "group", "ventures", "capital", "software", "airlines", "airways", "pharmaceuticals", "pharma", "health",
        "healthcare", "insurance", "versicherung", "logistics", "foods", "energy", "electric", "motors", "automotive", "telecom", "networks", "interactive",
        "digital", "robotics", "analytics", "college", "university", "school", "institute", "academy", "universitat", "hochschule", "universite", "universidad",
        "trust", "council", "government", "army", "navy", "air force", "charite", "bistro", "cafe", "publishing", "publishers", "press", "retail", "market",
        "markets", "financial", "enterprises", "works", "werke", "kanzlei", "steuerberatungsgesellschaft", "verlag", "agentur", "cabinet", "clinique", "centre hospitalier", "hopital",
        "colegio", "instituto", "ayuntamiento", "laboratorios", "hermanos", "hnos", "sons", "brothers", "bros", "law firm", "oy", "ab", "aps", "spa", "srl",
        "株式会社", "公司", "集团", "银行", "大学", "ооо", "оао", "зао", "пао", "банк",
    ]);

    private static readonly Lexicon Learning = Lexicon.Of(
    [
        "university", "universitat", "*universitat", "universite", "universidad", "universita", "universidade", "universiteit", "uniwersytet", "college", "school",
        "institute", "institut", "instituto", "istituto", "hochschule", "fachhochschule", "*hochschule", "academy", "academie", "academia", "akademie", "ecole", "escuela", "escola", "lycee", "gymnasium", "*gymnasium",
        "polytechnic", "polytechnique", "politecnico", "politecnica", "polytechnikum", "faculty", "faculte", "facultad", "conservatory", "seminary", "iut", "berufsschule", "realschule", "gesamtschule", "berufskolleg",
        "*schule", "mit", "eth", "epfl", "ens", "hec", "essec", "escp", "insa", "tu", "fh", "lmu", "rwth", "kit", "ucla", "nyu", "usc", "uc berkeley", "caltech", "iit", "nit", "bits", "iim", "suny", "cuny", "lse", "ucl", "kth", "iese", "esade", "uned", "colegio", "insead", "kaist", "postech", "ntu", "nus", "hkust", "unam", "unicamp", "fgv", "iisc", "iiit", "iiser", "jntu", "cmu", "uiuc", "ubc", "tum", "tafe", "icade", "icai", "deusto", "itmo", "mipt", "hse", "sorbonne", "*universitesi", "universitesi", "fakultesi", "lisesi", "egyetem", "hogskola", "*hogskola", "universitet", "*universitet", "yliopisto", "dai hoc", "universitas", "institut", "technikum", "liceum", "szkola", "skola", "univerzita", "vut", "cvut", "gymnazium", "gymnasieskola", "accademia", "politechnic", "facultatea", "universitatea", "universitat", "eskola", "istituto", "school of", "iti", "seminar", "대학교", "고등학교", "대학원", "جامعة", "університет", "інститут", "ліцей", "гімназія", "академія", "технікум", "коледж", "лицей", "гимназия", "колледж", "техникум",
        "lyceum", "univ", "conservatoire", "gimnazija", "gimnazjum", "gimnazium", "kolleg", "fos", "bos", "htl", "epita", "epitech", "isae", "sciences po", "bootcamp", "general assembly", "le wagon", "ihk", "greta", "cfa", "ies", "high school", "liceo", "vit", "virginia tech", "georgia tech", "texas a", "penn state", "uc", "politechnika", "centro de formacion", "technion",
        "大学", "学院", "大学院", "高等学校", "高校", "университет", "институт", "академия", "мгу", "мгту", "вшэ", "школа",
    ]);

    /// <summary>Whether a text has a word that employers have in their names.</summary>
    public static bool IsCompany(string text) => Company.IsIn(text);

    /// <summary>Whether a text names a school, college or university.</summary>
    public static bool IsSchool(string text) => Learning.IsIn(text);

    /// <summary>Whether a text ends in a legal form or the like, where a full stop does not end a sentence.</summary>
    public static bool EndsInAbbreviation(string text) => Abbreviation().IsMatch(text);

    [GeneratedRegex(@"\b(?:inc|ltd|co|corp|llc|bros|s\.a|s\.l|s\.a\.s|b\.v|jr|sr|dept|univ|u\.s|d\.c|e\.v|hons|etc)\.$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Abbreviation();
}
