"""The catalogue: what each sentence is in Chinese, by the words that schools use.

Its readers are pupils: short sentences that say "you", Chinese punctuation in sentences, plain in
formulas, and a blank between Chinese and a formula. A blank beside a {part} is left out where the
part turns out to be Chinese, too; the parts keep their names and may stand in any order.
"""

# fmt: off
SENTENCES = {
    # Language
    "three parts": "三部分",
    "{count} of them": "有 {count} 个",
    "Two numbers stand side by side.": "两个数并排写在了一起。",
    "A number stands after a factor.": "数字写在了因式的后面。",
    "A comma separates arguments.": "逗号是用来分隔函数的自变量的。",
    "A comma separates the arguments of a function, as in max(a, b).":
        "逗号用来分隔函数的自变量，如 max(a, b)。",
    "A colon stands in {x < 1: x^2, 2x - 1}.": "冒号用在分段函数里，如 {x < 1: x^2, 2x - 1}。",
    "Only a logarithm has an index, as in log_2(x).": "只有对数可以有下标，如 log_2(x)。",
    "An arrow stands in f: x -> x^2.": "箭头用在 f: x -> x^2 这样的写法里。",
    "This sign stands only in LaTeX cases.": "这个符号只能用在 LaTeX 的 cases 里。",
    "This word stands only in LaTeX cases.": "这个词只能用在 LaTeX 的 cases 里。",
    "There is no formula here.": "这里没有式子。",
    "Type one, such as x^2.": "请输入一个，如 x^2。",
    "These brackets are empty.": "括号里是空的。",
    "There is no bracket to close here.": "这里的右括号没有对应的左括号。",
    "I cannot read the quotation mark here.": "看不懂这里的引号。",
    "Leave it out.": "请去掉它。",
    "For a power write ^ or **.": "乘方请写 ^ 或 **。",
    "I did not expect this comma.": "这里不该有逗号。",
    "A pair of formulas is a curve; that cannot be used here.":
        "一对式子表示一条曲线，这里不能用。",
    "Write one formula, such as x^2.": "请写一个式子，如 x^2。",
    "A pair of numbers is a point, not a formula.": "一对数表示一个点，不是式子。",
    "Write one number; decimals have a point, as in 1.5.": "请写一个数；小数用小数点，如 1.5。",
    "Delete it, or open one before.": "请删掉它，或者在前面补上左括号。",
    "A letter has an index only where the name is declared.": "声明过的名字才能带下标。",
    "Write another letter, or declare the name, as in --let x_0=1.":
        "请换一个字母，或者声明这个名字，如 --let x_0=1。",
    "the exponent": "指数",
    "one number": "一个数",
    "two numbers": "两个数",
    "two numbers or more": "两个或更多的数",
    "one number, or a number and a base": "一个数，或者一个数和一个底数",
    "Write sqrt(x); for another root nthroot(x, 3).": "请写 sqrt(x)；其他次方根写 nthroot(x, 3)。",
    "Write log(x, 2) for the logarithm to base 2.": "以 2 为底的对数请写 log(x, 2)。",
    "Write if(x < 1, x^2, 2x - 1).": "请写成 if(x < 1, x^2, 2x - 1) 这样。",
    "Write mod(x, 2).": "请写 mod(x, 2)。",
    "Write atan2(y, x).": "请写 atan2(y, x)。",
    "Write nthroot(x, 3).": "请写 nthroot(x, 3)。",
    "The mark of a derivative stands after a bracket.": "求导的撇号要写在括号后面。",
    "Write (x^2)', or the formula alone.": "请写 (x^2)'，或者只写式子。",
    "I expected a condition here, such as x < 1.": "这里应该是一个条件，如 x < 1。",
    "Conditions compare two numbers with <, <=, >, >= or =.":
        "条件用 <、<=、>、>= 或 = 比较两个数。",
    "I expected a number here, not a condition.": "这里应该是一个数，而不是条件。",
    "A comparison belongs into if(x < 1, x^2, 2x - 1) or {x < 1: x^2, 2x - 1}.":
        "比较要写在 if(x < 1, x^2, 2x - 1) 或 {x < 1: x^2, 2x - 1} 里面。",
    "This equation is a curve; that cannot be used here.": "这个方程表示一条曲线，这里不能用。",
    "Write one formula, such as y = x^2.": "请写一个式子，如 y = x^2。",
    "This is an equation, not a formula.": "这是方程，不是函数的式子。",
    "Write one side of it alone.": "请只写其中一边。",
    "A comparison alone is no formula.": "单独一个比较不是式子。",
    "For a minus sign type -.": "减号请输入 -。",
    "Leave the quotation marks out.": "请去掉引号。",
    "Give one formula at a time; arguments have commas between.":
        "一次只写一个式子；自变量之间请用逗号隔开。",
    "The decimal point is a plain dot, as in 1.5.": "小数点请用半角的点，如 1.5。",
    "Separate arguments with a plain comma.": "自变量之间请用半角逗号隔开。",
    "For a division type /.": "除法请输入 /。",
    "For a product type *.": "乘法请输入 *。",
    "For a power type ^.": "乘方请输入 ^。",
    "For a derivative type d/dx (...).": "求导请输入 d/dx (...)。",
    "Infinity is no number here.": "无穷大在这里不算一个数。",
    "LaTeX stands between two $ signs; in a shell, put the formula in single quotes.":
        "LaTeX 写在两个 $ 之间；在命令行里，请用单引号把式子括起来。",
    "nan is no number here.": "nan 在这里不算一个数。",
    "Write x^2.": "请写 x^2。",
    "Write x^3.": "请写 x^3。",
    "Write the formula alone, or d/dx (x^2).": "请只写式子，或者写 d/dx (x^2)。",
    "Write sin(x).": "请写 sin(x)。",
    "Write cos(x).": "请写 cos(x)。",
    "Write tan(x).": "请写 tan(x)。",
    "Turn the comparison round instead.": "请改用相反的比较。",
    "For degrees write 30°.": "角度请写 30°。",
    "Write θ, or another single letter.": "请写 θ，或者换一个字母。",
    "Write α, or another single letter.": "请写 α，或者换一个字母。",
    "Write λ, or another single letter.": "请写 λ，或者换一个字母。",
    "Write β, or another single letter.": "请写 β，或者换一个字母。",
    "Write σ, or another single letter.": "请写 σ，或者换一个字母。",
    "Write ω, or another single letter.": "请写 ω，或者换一个字母。",
    "For a product write {product}, or name the variable: -x {letter}.":
        "如果是相乘，请写 {product}；或者指明自变量：-x {letter}。",
    "a factor": "一个因数",
    "a function": "一个函数",
    "For a function write its formula in place of {letter}(...).":
        "如果是函数，请把它的式子写在 {letter}(...) 的位置上。",
    "This is a differential equation; slope solves none.":
        "这是微分方程，slope 不解微分方程。",
    'For a slope write the function itself: slope "x^2"\n'
    'To test a solution x^2 of y\' = 2x type: slope check "x^2" "2x"':
        '求斜率请写函数本身：slope "x^2"\n'
        '要检验 x^2 是不是 y\' = 2x 的解，请输入：slope check "x^2" "2x"',
    "{letter}' needs the formula of {letter}.": "{letter}' 需要先知道 {letter} 的式子。",
    "Write the formula itself, as in (x^2)'.": "请写式子本身，如 (x^2)'。",
    "`slope functions` lists the names; a product needs *, as in x*y.":
        "`slope functions` 会列出所有的名字；乘法要写 *，如 x*y。",
    "It is invisible: delete it, or type the formula instead of pasting it.":
        "它是看不见的字符：请删掉它，或者不要粘贴，自己输入式子。",
    "Of the Greek letters, α β θ λ μ π σ τ φ ω can be used.":
        "希腊字母中可以用的是 α β θ λ μ π σ τ φ ω。",
    "Names of functions are written in Latin letters, as in sin(x).":
        "函数名用拉丁字母书写，如 sin(x)。",
    "For a division write one /.": "除法只写一个 /。",
    "For a comparison write one =.": "比较只写一个 =。",
    "This dot belongs to no number.": "这个点不属于任何一个数。",
    "Decimals are written 0.5 or .5; a product is written with *.":
        "小数写成 0.5 或 .5；乘法写 *。",
    "A number has no _ inside.": "数字里面不能有 _。",
    "Write thousands without a sign between: 1000.": "千位之间不要加符号，请写 1000。",
    "The power of ten must be a whole number.": "10 的次数必须是整数。",
    "Write 10^0.5 instead.": "请写 10^0.5。",
    "This number has two decimal points.": "这个数有两个小数点。",
    "Write one, as in 1.5.": "请只写一个，如 1.5。",
    "if needs a condition and what holds then.": "if 需要一个条件，以及条件成立时的式子。",
    "These cases have no condition.": "这里的 cases 没有写条件。",
    "Write value & condition \\\\.": "请写成：值 & 条件 \\\\。",
    "The two orders of this derivative differ.": "这个导数上下两处的阶数不一样。",
    "Which letter is the variable of this derivative?": "这个导数是对哪个字母求的？",
    "A derivative inside a formula cannot be used here.": "这里不能在式子中间使用导数。",
    "Write the formula itself.": "请写式子本身。",
    "Type the formula as in sqrt(x)/2.": "请像 sqrt(x)/2 这样输入式子。",
    "5!! is not read here.": "这里不支持 5!!。",
    "Write (5!)! with brackets.": "请加上括号，写 (5!)!。",
    "% stands only after a number, as in 50%.": "% 只能写在数的后面，如 50%。",
    "For a remainder write mod(a, b).": "求余数请写 mod(a, b)。",
    "the inverse function a{name}": "反函数 a{name}",
    "{name}^-1 can mean two things.": "{name}^-1 有两种意思。",
    "Write 1/{name}(x), or the inverse function by its own name.":
        "请写 1/{name}(x)；如果是反函数，请写反函数自己的名字。",
    "all of it inside {name}": "全都放进 {name} 里",
    "only the first inside": "只有第一个放进去",
    "{name} first": "先算 {name}",
    "the bracket outside {name}": "括号放在 {name} 外",
    "inside {name}": "放进 {name} 里",
    "the natural logarithm ln": "自然对数 ln",
    "the logarithm to base 10": "以 10 为底的对数",
    "This can be read in two ways: {reading}, or {other}.":
        "这里有两种读法：{reading}，或者 {other}。",
    "read as: {formula}": "读作：{formula}",
    "Without --strict it is read as: {formula}": "不加 --strict 时读作：{formula}",
    "{name}' follows from {name}: it cannot be defined.": "{name}' 由 {name} 决定，不能另外定义。",
    "To check an answer, type: check {name}, 2x": "要检查答案，请输入：check {name}, 2x",
    "More than {most} marks of derivatives are not read.": "求导的撇号最多 {most} 个。",
    "{name} has {count} letters: which slope is meant?":
        "{name} 有 {count} 个自变量：要对哪一个求导？",
    "{name} takes {wanted}, not {got}.": "{name} 要 {wanted} 个自变量，这里有 {got} 个。",
    "{written} before a bracket can mean two things.": "括号前面的 {written} 有两种意思。",
    "{name} is a function: this can mean two things.": "{name} 是函数，这样写有两种意思。",
    "Write d/d{letter} ({name}({letters})).": "请写 d/d{letter} ({name}({letters}))。",
    "Write {written}.": "请写 {written}。",
    "Write {applied} for the power of the value, {product} for a product.":
        "函数值的乘方请写 {applied}，乘积请写 {product}。",
    "Write {applied} for its value there, {product} for a product.":
        "函数值请写 {applied}，乘积请写 {product}。",
    "percent, divided by 100": "百分号，除以 100",
    "a remainder": "求余数",
    "This formula nests more than {most} levels deep, which is the limit.":
        "这个式子嵌套超过了上限 {most} 层。",
    "This formula has more than {most} parts, which is the limit.":
        "这个式子的组成部分超过了上限 {most} 个。",
    "the upper power first": "先算上面的乘方",
    "the lower power first": "先算下面的乘方",
    "a product": "乘积",
    "a power or a name": "乘方，或者一个名字",
    "degrees, times pi/180": "角度，乘以 pi/180",
    "a plain number": "普通的数",
    "bars closed at once": "绝对值号马上闭合",
    "bars inside bars": "绝对值号里面还有绝对值号",
    "the root of one factor": "只对一个因式开方",
    "the root of more or less": "根号管到更多或更少",
    "only the first factor below the line": "只有第一个因式在分母上",
    "all of them": "都在分母上",
    "outside the power": "在指数外面",
    "part of the exponent": "是指数的一部分",
    "a power over a number": "幂再除以一个数",
    "a root": "根式",
    "read as: the polar curve {curve}": "读作：极坐标曲线 {curve}",
    "{source} is no polar curve as it stands.": "{source} 这样写还不是极坐标曲线。",
    "Solve it for r, as in r = sqrt(cos(2θ)); or write -x r for the slope dθ/dr.": (
        "请解出 r，如 r = sqrt(cos(2θ))；若要求斜率 dθ/dr，请写 -x r。"
    ),
    "read as: r({letter}) = {formula}, a function; for a polar curve write θ for {letter}.": (
        "读作：函数 r({letter}) = {formula}；若是极坐标曲线，请把 {letter} 写成 θ。"
    ),
    "I do not know the LaTeX command {name}.": "不认识 LaTeX 命令 {name}。",
    "Write d^2/d{variable}^2 for the second derivative.": "二阶导数请写 d^2/d{variable}^2。",
    "Write d/d{found} (...) instead of the mark.": "请写 d/d{found} (...)，不要用撇号。",
    "I expected a number, a letter or a function here, not {found}.":
        "这里应该是数、字母或函数，而不是 {found}。",
    "I did not expect {found} here.": "这里不该有 {found}。",
    "{word} needs something to work on.": "{word} 后面缺少自变量。",
    "{word} takes {wanted}, not {got}.": "{word} 需要 {wanted}，这里 {got}。",
    "Write {name}({arguments}).": "请写 {name}({arguments})。",
    "For one number write {first}{second}.": "如果是一个数，请写 {first}{second}。",
    "Write {first}^{second} for the power, {first}*{second} for the product.":
        "乘方请写 {first}^{second}，乘积请写 {first}*{second}。",
    "For a product write {first}*{second}.": "乘积请写 {first}*{second}。",
    'I do not know "{word}".': "不认识“{word}”。",
    "Write ^{second} for the power, *{second} for the product.":
        "乘方请写 ^{second}，乘积请写 *{second}。",
    "Decimal comma? Write {whole}.{decimals}.": "是想写小数吗？请写 {whole}.{decimals}。",
    "The formula ends too early: something must follow {before}.":
        "式子没有写完：{before} 后面还缺东西。",
    "I expected {closing} here, to close the {opening}.":
        "这里应该有 {closing}，与 {opening} 配对。",
    "I expected {closing} here, because {opening} was opened.":
        "这里应该是 {closing}，因为前面的括号是 {opening}。",
    "It belongs into a function by cases, as in if({sample}, 1, 0).":
        "它要写在分段函数里，如 if({sample}, 1, 0)。",
    "Write {first} + {second}, or a decimal number.": "请写 {first} + {second}，或者写成小数。",
    "Brackets of one kind belong together: {opening}...{closing}.":
        "同一种括号才能配对：{opening}...{closing}。",
    "the derivative of the bracket alone": "只对括号求导",
    "the derivative of all of it": "对整个式子求导",
    "the derivative of the first part alone": "只对第一部分求导",
    "The formula would have more than {most} characters.": "式子会超过 {most} 个字符。",
    "I expected \\end{cases} here.": "这里应该有 \\end{cases}。",
    "The formula has more than {most} parts, too many for a picture.":
        "式子的组成部分超过 {most} 个，太多，画不下。",
    "This input has {count} characters; the limit is {most}.":
        "输入有 {count} 个字符，上限是 {most} 个。",
    "This number has more than {most} digits, which is the limit.":
        "这个数的位数超过了上限 {most} 位。",
    "{number} as one number, times {letter}": "{number} 是一个数，再乘以 {letter}",
    "I cannot read the sign {sign} here.": "看不懂这里的符号 {sign}。",
    "I cannot read the character {called}.": "看不懂字符 {called}。",
    "I cannot read {typed} here.": "看不懂这里的 {typed}。",
    "For a product write {product}.": "乘积请写 {product}。",
    "Did you mean {near}?": "你想输入的是 {near} 吗？",
    "It looks like the letter {letter}; type that.": "它看起来像字母 {letter}；请输入这个字母。",
    "Type the digit {digit}.": "请输入数字 {digit}。",
    "nothing": "没有值",
    "three": "有三个",
    "none": "没有",
    "one": "只有一个",
    "two": "有两个",
    "e times ...": "e 乘以 ...",

    # Calculus
    "The derivative of order {order} is a formula of more than {most} parts.":
        "{order} 阶导数的式子超过了 {most} 个组成部分。",
    "At a point every order can be had: add --at X.":
        "在一点处，任何阶的导数都能求：请加上 --at X。",
    "The formula has more than {most} parts.": "式子的组成部分超过了 {most} 个。",
    "above 10^999999999": "大于 10^999999999",
    "between 0 and 10^-999999999": "在 0 与 10^-999999999 之间",
    "below -10^999999999": "小于 -10^999999999",
    "between -10^-999999999 and 0": "在 -10^-999999999 与 0 之间",
    "between -10^-999999999 and 10^-999999999": "在 -10^-999999999 与 10^-999999999 之间",

    # Answers
    "a derivative inside a formula cannot be taken in degrees.": "式子中间的导数不能用角度制来求。",
    "Write out the derivative, or leave out --degrees.": "请把导数写出来，或者去掉 --degrees。",
    "undefined: {reason}": "没有定义：{reason}",
    "the curve": "这条曲线",
    "the slope of order {lower} of {curve}": "{curve} 的 {lower} 阶导数",
    "nobody here can tell whether the slope is exactly 0": "无法判断斜率是否恰好等于 0",
    "{curve} has a corner there ({sides})": "{curve} 在这里有角点（{sides}）",
    "{curve} has a vertical tangent there ({sides})": "{curve} 在这里有竖直切线（{sides}）",
    "{curve} ends there, with a slope on one side only ({sides})":
        "{curve} 到这里为止，只有单侧导数（{sides}）",
    "{curve} jumps there": "{curve} 在这里有跳跃间断点",
    "{curve} has a value at this one point only": "{curve} 只在这一个点有值",
    "only {count} digits are proven: the next is a tie":
        "只能证明 {count} 位数字：下一位正好在舍入的分界上",
    "nobody here can tell whether both sides agree": "无法判断左右两侧的斜率是否相等",
    "slope functions lists what may be typed.": "输入 slope functions，看看可以输入什么。",
    "the range from {left} to {right} has no length.": "从 {left} 到 {right} 的区间长度为 0。",
    "{point} is too far out for a range.": "{point} 太远，不能作区间的端点。",
    "the range goes backwards: {left} is right of {right}.":
        "区间写反了：{left} 在 {right} 的右边。",
    "Give two different ends, the smaller one first.": "请给出两个不同的端点，小的在前。",
    "the step {step} is not a length above 0.": "步长 {step} 应该大于 0。",
    "a step of {step} makes more than {most} points.": "步长 {step} 会产生超过 {most} 个点。",
    "Write --range {right} {left}.": "请写 --range {right} {left}。",
    "Write it as --step 0.1.": "请写成 --step 0.1 这样。",
    "Take a longer step or a shorter range.": "请把步长取大一些，或者把区间取短一些。",
    "two places that cannot be told apart": "两个无法区分的点",
    "the points name {count} variables: {names}.": "这些点里出现了 {count} 个自变量：{names}。",
    "the point {typed}": "点 {typed}",
    '"{typed}" does not give a letter a value.': "“{typed}”没有给字母取值。",
    "{what} is no number: {letter} has no value.": "{what} 不是一个数：{letter} 还没有取值。",
    "Name it, as in -x {letter}.": "请指明，如 -x {letter}。",
    "{letter} has no value.": "{letter} 还没有取值。",
    "A point of one curve names one variable, as in --at t=1.":
        "一条曲线上的点只写一个自变量，如 --at t=1。",
    "Write it as a=2 or rate=1/3.": "请写成 a=2 或 rate=1/3 这样。",
    "Give a number such as 2 or pi/3, or a value: --let {letter}=2.":
        "请给出一个数，如 2 或 pi/3；或者给字母取值：--let {letter}=2。",
    "{letter} is the variable, so it cannot have the fixed value of --let.":
        "{letter} 是自变量，不能再用 --let 给它固定的值。",
    "Give it one, as in --let {letter}=2.": "请给它取值，如 --let {letter}=2。",
    "Leave out --let {letter}=..., or name another variable with -x.":
        "请去掉 --let {letter}=...，或者用 -x 指定别的自变量。",
    "{what} is too close to a border at {variable} = {at} to tell on which side it lies":
        "在 {variable} = {at} 处，{what} 离分界太近，无法判断它在哪一侧",
    "{what} is too large to work with at {variable} = {at}":
        "在 {variable} = {at} 处，{what} 太大，算不了",
    "a positive base": "底数是正数",
    "{call} needs {wanted}, but {it} is {worth} {place}":
        "{call} 要求 {wanted}，而 {place} {it} 等于 {worth}",
    "it": "它",
    "at {variable} = {at}": "在 {variable} = {at} 处",
    "no branch applies {place}": "{place} 分段函数的哪一段都不适用",
    "{call} has no value {place}": "{place} {call} 没有值",
    "the curve is too irregular beside this point": "曲线在这一点附近太不规则",
    "{call} divides by {base}, which is 0 {place}": "{call} 要除以 {base}，而 {place} 它等于 0",
    "{it} to be other than 0": "{it} 不等于 0",
    "the point {point} is not a number.": "点 {point} 不是一个数。",
    "Give a point such as 2, -0.5, pi/3 or sqrt(2).": "请给出一个点，如 2、-0.5、pi/3 或 sqrt(2)。",
    "A coefficient is {digits}: too far out to be written in a polynomial.":
        "有一个系数是 {digits}，超出了多项式能写的范围。",
    "No simpler form was found.": "没有找到更简单的形式。",
    ", ": "，",
    "left {number}": "左导数 {number}",
    "right {number}": "右导数 {number}",
    "{call} needs {base} >= 0 since the exponent is no whole number, but it is {worth} {place}":
        "因为指数不是整数，{call} 要求 {base} >= 0，而 {place} 底数等于 {worth}",
    "{call} needs {wanted} since the exponent varies, but it is {worth} {place}":
        "因为指数在变，{call} 要求 {wanted}，而 {place} 底数等于 {worth}",

    # Homework
    "the answer has {slope} in it.": "答案里含有 {slope}。",
    "Give it without {slope}.": "请给出不含 {slope} 的答案。",
    "the chain rule: y is a function of x, and its slope is y'":
        "链式法则：y 是 x 的函数，它的导数是 y'",
    "the first has no value": "第一个没有值",
    "the second has no value": "第二个没有值",
    "different: at {where} {first}, {second}": "不相等：在 {where} 处，{first}，{second}",
    "the first is {number}": "第一个是 {number}",
    "the second is {number}": "第二个是 {number}",
    "the right answer: {right}": "正确答案：{right}",
    "your answer gives {number}": "你的答案是 {number}",
    "your answer has no value": "你的答案没有值",
    "your answer is {number}": "你的答案是 {number}",
    "your answer is no number": "你的答案不是一个数",
    "your answer has the slope {number}": "你的答案的导数是 {number}",
    "your answer has no slope": "你的答案没有斜率",
    "the slope is {number}": "正确的斜率是 {number}",
    "there is no slope": "这里没有斜率",
    "the function is {number}": "函数值是 {number}",
    "the function has no value": "函数没有值",
    "it should be {number}": "应该是 {number}",
    "there should be no value": "应该没有值",
    "the slope of a chord was given, not that of the tangent": "给出的是割线的斜率，不是切线的斜率",
    "the tangent was followed to x = 0: that is its height there, not its slope":
        "给出的是切线在 x = 0 处的高度（截距），不是斜率",
    "the slope of the line from the origin was given, not that of the tangent":
        "给出的是过原点的直线的斜率，不是切线的斜率",
    "the answer is no number: there is no slope in the equation.":
        "答案不是一个数：方程里没有斜率。",
    "a coordinate of the point was given, not the slope": "给出的是点的坐标，不是斜率",
    "both coordinates of the point were swapped": "把点的两个坐标弄反了",
    "{file} has a line of more than {most} characters.": "“{file}”里有一行超过 {most} 个字符。",
    "{file} has more than {most} numbers, the limit for one table.":
        "“{file}”里的数超过了一张表的上限 {most} 个。",
    "I find no point of the curve with a slope": "在曲线上找不到有斜率的点",
    "at all {points} points tried": "检验的 {points} 个点全都吻合",
    "to the digits you gave": "你给出的各位数字都对",
    "wrong: {witness}": "不对：{witness}",
    "at {where} {yours}, but {right}": "在 {where} 处，{yours}，而 {right}",
    "wrong in line {line}: {witness}": "第 {line} 行不对：{witness}",
    "your equation gives {number}": "你的方程给出 {number}",
    "your equation gives no slope": "由你的方程求不出斜率",
    "correct, {how}": "正确：{how}",
    "equal, {how}": "相等：{how}",
    "line {line} ({about})": "第 {line} 行（{about}）",
    "line {line}": "第 {line} 行",
    "{count} right": "对 {count} 个",
    "{count} wrong": "错 {count} 个",
    "{count} unknown": "无法判定 {count} 个",
    "{count} unreadable": "无法读懂 {count} 个",
    "{got} of {full}": "{full} 分中得 {got} 分",
    "unreadable: {why}": "无法读懂：{why}",
    "{function}: {title}": "{function}：{title}",
    "{where}: {verdict}": "{where}：{verdict}",
    "1 answer": "1 个答案",
    "{answers}: {counts}": "{answers}：{counts}",
    "{student}: {marks}": "{student}：{marks}",
    "; ": "；",
    "most often: {mistake} in {count} of {total}":
        "最常见的错误：{mistake}，{total} 个答案中有 {count} 个",
    "right": "正确",
    "derivative of": "求导：",
    "integral of": "求不定积分：",
    "equal to": "写出相等的式子：",
    "second derivative of": "求二阶导数：",
    "third derivative of": "求三阶导数：",
    "slope at {at} of": "求 {at} 处的斜率：",
    "{number}th derivative of": "求 {number} 阶导数：",
    "The first wrong line is line {line}: {answer}": "第一处错误在第 {line} 行：{answer}",
    "answer": "答案：",
    "Look at this again: {mistake} ({count} of {total})":
        "请再复习：{mistake}（{total} 个答案中有 {count} 个）",
    "student": "学生",
    "points": "分数",
    "the slope in which letter? The point names {names}.": "对哪个字母求斜率？点里写了 {names}。",
    "missing brackets": "漏写括号",
    '"{answer}" is said of one place: give it in the column at.':
        "“{answer}”说的是某一个点：请在 at 一列写出这个点。",
    "the function was derived: the antiderivative was asked": "做成求导了：题目要求的是原函数",
    "to integrate": "求积分",
    "different: {first}, {second}": "不相等：{first}，{second}",
    "to the digits you gave it would agree; give at least three digits":
        "按你写出的位数是一致的；请至少写三位有效数字",
    "right where it has a value; at {at} it has none, but the function has one":
        "有值的地方是对的；在 {at} 处你的答案没有值，而函数有值",
    "right where it has a value; at {at} it has none, but the function has one:"
    " write ln|{inside}|":
        "有值的地方是对的；在 {at} 处你的答案没有值，而函数有值：请写 ln|{inside}|",
    "brackets": "括号",
    "if the question means {question}, then {formula} is right":
        "如果题目的意思是 {question}，那么 {formula} 是对的",
    "with brackets, {formula}, it would be right": "加上括号写成 {formula} 就对了",
    "it is right at all {count} points tried around {where}, but not on all of the curve":
        "在 {where} 附近试过的 {count} 个点上都是对的，但不是在整条曲线上都对",
    "{other} was taken for a function of {variable}: it stands still":
        "把 {other} 当成 {variable} 的函数了：它是不变的常数",
    "to take {other} for a constant": "把 {other} 看作常数",
    "a factor {du} is missing at {here}: {u} is a function of {x}":
        "在 {here} 处漏乘了 {du}：{u} 是 {x} 的函数",
    "{here} was taken for a constant: it is a function of {x}, and its slope is {du}":
        "把 {here} 当成常数了：它是 {x} 的函数，导数是 {du}",
    "algebra at the end": "最后的代数化简",
    "factors": "系数",
    "constants": "常数",
    "slope of an equation": "隐函数求导",
    "question misread": "看错题目",
    "order of the derivative": "导数的阶数",
    "slope of a pair": "参数方程求导",
    "wrong variable": "弄错自变量",
    "slope at a point": "一点的导数",
    "slope in polar coordinates": "极坐标求导",
    "roots": "根式",
    "rounding": "四舍五入",
    "second derivative": "二阶导数",
    "a term": "某一项",
    "trigonometric slope": "三角函数的导数",
    "upside down": "分子分母写反",
    "angles in degrees": "角度用了度",
    "Summary": "总结",
    "the chain rule: the slope of the outer function, times the slope of the inner one":
        "链式法则：外层函数的导数，乘以内层函数的导数",
    "the power rule: the exponent comes in front, and then becomes one less":
        "幂法则：指数先提到前面作系数，然后指数减 1",
    "the power rule: the exponent multiplies what stands in front":
        "幂法则：指数要与前面的系数相乘",
    "the rule for roots: sqrt(u) is u^(1/2), and the chain rule follows":
        "根式的求导：sqrt(u) 就是 u^(1/2)，再用链式法则",
    "the exponential rule: a^u stays as it is, times ln(a), times the slope of u":
        "指数函数求导法则：a^u 保持不变，乘以 ln(a)，再乘以 u 的导数",
    "logarithmic differentiation: base and exponent both move": "对数求导法：因为底数和指数都在变",
    "the product rule: u'v + uv'": "乘积法则：u'v + uv'",
    "the product rule: one term for each factor, only that one derived":
        "乘积法则：每个因式对应一项，每项只对那一个因式求导",
    "the constant multiple rule: the number in front stays": "常数倍法则：前面的常数保留不变",
    "the quotient rule: (u'v - uv')/v^2": "商法则：(u'v - uv')/v^2",
    "the rule for 1/v: -v'/v^2": "倒数法则：1/v 的导数是 -v'/v^2",
    "the sum rule: term by term, each with its own sign": "和差法则：逐项求导，各项带着自己的符号",
    "the constant rule: a constant has slope 0": "常数法则：常数的导数是 0",
    "the derivative of this function in the table": "查一查导数表中这个函数的导数",
    "the sign in the table of derivatives": "看清导数表中的正负号",
    "the chain rule was forgotten at {here}: multiply by {du}":
        "在 {here} 处忘了用链式法则：还要乘以 {du}",
    "at {here} the outer function was given {du}, the slope of the inside: it keeps {u}":
        "在 {here} 处把内层的导数 {du} 代进了外层函数：里面应该仍是 {u}",
    "at {here} the inside was multiplied on as it is: it must be its slope, {du}":
        "在 {here} 处直接乘了内层函数：应该乘内层的导数 {du}",
    "at {here} the slope of the inside, {du}, was added: it must be multiplied":
        "在 {here} 处把内层的导数 {du} 加上去了：应该相乘",
    "at {here} the {c} was kept above: it cancels": "在 {here} 处分子上多留了 {c}：它会约掉",
    "the logarithm rule with the chain rule: u'/u": "对数函数求导法则和链式法则：u'/u",
    "at {here} the inside became {x}: it stays {u}": "在 {here} 处里面变成了 {x}：应该仍是 {u}",
    "at {here} the exponent {n} came in front but did not become one less":
        "在 {here} 处指数 {n} 提到了前面，却忘了减 1",
    "at {here} the exponent {n} became one less but did not come in front":
        "在 {here} 处指数 {n} 减了 1，却忘了提到前面",
    "at {here} the exponent {n} did not come in front as a factor":
        "在 {here} 处忘了把指数 {n} 提到前面作系数",
    "at {here} the exponent {n} did not become one less": "在 {here} 处指数 {n} 忘了减 1",
    "at {here} the exponent became two less: from {n} it goes down by one":
        "在 {here} 处指数减了 2：应该由 {n} 只减 1",
    "at {here} the exponent became one more: from {n} it goes down":
        "在 {here} 处指数加了 1：应该由 {n} 减 1",
    "at {here} the exponent was made one less before it came in front: the factor is {n}":
        "在 {here} 处指数先减 1 才提到前面：系数应该是 {n}",
    "at {here} the exponent was added to the {c} in front: multiply them":
        "在 {here} 处把指数与前面的 {c} 相加了：应该相乘",
    "at {here} the {c} in front was lost: the exponent multiplies it":
        "在 {here} 处漏掉了前面的 {c}：指数要与它相乘",
    "at {here} the power was integrated instead of derived": "在 {here} 处对幂求了积分，而不是求导",
    "the factor {c} was lost at {here}": "在 {here} 处漏掉了系数 {c}",
    "the constant {here} was kept: its slope is 0": "常数 {here} 留了下来：它的导数是 0",
    "the constant {here} became 1: its slope is 0": "常数 {here} 变成了 1：它的导数是 0",
    "the constant {here} was derived as if it were a variable: its slope is 0":
        "把常数 {here} 当成变量来求导了：它的导数是 0",
    "at {here} the {c} was added: it multiplies": "在 {here} 处把 {c} 加上去了：它是系数，应该相乘",
    "the sign is wrong in the derivative of {here}": "{here} 的导数的正负号错了",
    "{here} itself was not derived, only what is inside": "{here} 本身没有求导，只对里面求了导",
    "the derivative of {here} was taken from the wrong line of the table":
        "{here} 的导数记错了，用成了导数表里另一个函数的导数",
    "the square is missing in the derivative of {here}": "{here} 的导数里少了平方",
    "the derivative of {here} was taken from the line of sec": "{here} 的导数用成了 sec 的导数",
    "the derivative of {here} was taken from the line of cot": "{here} 的导数用成了 cot 的导数",
    "the derivative of {here} was taken from the line of tan": "{here} 的导数用成了 tan 的导数",
    "the derivative of {here} was taken from the line of csc": "{here} 的导数用成了 csc 的导数",
    "the derivative of {here} was taken from the line of arctan":
        "{here} 的导数用成了 arctan 的导数",
    "the derivative of {here} was taken from the line of arcsin":
        "{here} 的导数用成了 arcsin 的导数",
    "the sign under the root is wrong in the derivative of {here}":
        "{here} 的导数中，根号里的正负号错了",
    "the derivative of {here} is not 1/cos: arcsin is the inverse, not the reciprocal":
        "{here} 的导数不是 1/cos：arcsin 是反函数，不是倒数",
    "{here} was read as 1/sin: it is the inverse function": "把 {here} 当成了 1/sin：它是反函数",
    "{here} was read as 1/cos: it is the inverse function": "把 {here} 当成了 1/cos：它是反函数",
    "{here} was read as 1/tan: it is the inverse function": "把 {here} 当成了 1/tan：它是反函数",
    "the angle in {here} was taken in degrees: a slope needs radians":
        "把 {here} 中的角度当成了度：求导要用弧度",
    "angles in radians": "把角写成弧度",
    "the factor ln({a}) is missing at {here}": "在 {here} 处少乘了 ln({a})",
    "at {here} it was divided by ln({a}): multiply by it": "在 {here} 处除以了 ln({a})：应该乘以它",
    "{here} was derived as a power, but its exponent moves: it is an exponential":
        "把 {here} 当成幂函数求导了，但它的指数在变：它是指数函数",
    "the exponent of {here} became one less: it stays": "{here} 的指数减了 1：它应该不变",
    "the exponent of {here} was derived inside: it stays, and its slope is multiplied on":
        "直接把 {here} 的指数换成了它的导数：指数不变，再乘以它的导数",
    "{here} was derived as a power, but its exponent moves too":
        "把 {here} 当成幂函数求导了，但它的指数也在变",
    "{here} was derived as an exponential, but its base moves too":
        "把 {here} 当成指数函数求导了，但它的底数也在变",
    "the derivative of {here} is not one over the logarithm: it is the slope of u over u":
        "{here} 的导数不是对数的倒数：是真数 u 的导数除以 u",
    "the logarithm rule: u'/u": "对数函数求导法则：u'/u",
    "the logarithm was kept in the derivative of {here}": "{here} 的导数里多留了对数",
    "the base was lost at {here}: divide by the ln of it":
        "在 {here} 处漏掉了底数：还要除以底数的 ln",
    "the logarithm rule: u'/(u ln b)": "对数函数求导法则：u'/(u ln b)",
    "the bars of {here} were forgotten: its slope changes sign":
        "忽略了 {here} 的绝对值号：它的导数会变号",
    "the slope of |u| is sign(u) times the slope of u": "知道 |u| 的导数是 sign(u) 乘以 u 的导数",
    "half of the product rule is missing at {here}: add {u} times the slope of {v}":
        "在 {here} 处乘积法则只用了一半：还要加上 {u} 乘以 {v} 的导数",
    "half of the product rule is missing at {here}: add {v} times the slope of {u}":
        "在 {here} 处乘积法则只用了一半：还要加上 {v} 乘以 {u} 的导数",
    "the slopes of both factors of {here} were multiplied: the product rule is u'v + uv'":
        "把 {here} 两个因式的导数直接相乘了：乘积法则是 u'v + uv'",
    "a minus stands in the product rule at {here}: it is a plus":
        "在 {here} 处乘积法则里写成了减号：应该是加号",
    "at {here} each factor was paired with its own slope: pair it with the other's":
        "在 {here} 处每个因式乘的是自己的导数：应该乘另一个因式的导数",
    "the slopes of both factors of {here} were added: the product rule is u'v + uv'":
        "把 {here} 两个因式的导数直接相加了：乘积法则是 u'v + uv'",
    "in each term of {here} two factors were derived: it is one at a time":
        "在 {here} 的每一项里对两个因式都求了导：每次只对一个求导",
    "the slopes of all factors of {here} were multiplied: it is one at a time":
        "把 {here} 所有因式的导数都相乘了：每次只对一个求导",
    "one term of the product rule is missing at {here}: three factors give three":
        "在 {here} 处乘积法则少了一项：三个因式应该有三项",
    "the slopes of {here} were divided: the quotient rule is (u'v - uv')/v^2":
        "把 {here} 分子和分母的导数直接相除了：商法则是 (u'v - uv')/v^2",
    "the two terms of the quotient rule are the wrong way round at {here}":
        "在 {here} 处商法则分子上的两项写反了",
    "a plus stands in the quotient rule at {here}: it is a minus":
        "在 {here} 处商法则里写成了加号：应该是减号",
    "the denominator was not squared at {here}": "在 {here} 处分母忘了平方",
    "at {here} it was divided by the square of what is above: it is the one below":
        "在 {here} 处除以了分子的平方：应该除以分母的平方",
    "the denominator of the quotient rule is missing at {here}": "在 {here} 处商法则漏掉了分母",
    "above, only the slopes were subtracted at {here}: each is times the other part":
        "在 {here} 处分子上只把两个导数相减了：每个导数还要乘以另一部分",
    "at {here} the slope of what is below was squared: it is {v} itself":
        "在 {here} 处把分母的导数平方了：应该平方的是 {v} 本身",
    "{v} was taken as a power with a negative exponent and still put below the line":
        "把 {v} 当成负指数的幂，却又留在了分母上",
    "brackets are missing in the quotient rule at {here}: the minus is for the whole of {u}":
        "在 {here} 处商法则少了括号：减号对整个 {u} 起作用",
    "brackets are missing in the quotient rule at {here}: the whole of {u} is multiplied":
        "在 {here} 处商法则少了括号：应该用整个 {u} 去乘",
    "brackets are missing in the quotient rule at {here}: the whole of {v} is multiplied":
        "在 {here} 处商法则少了括号：应该用整个 {v} 去乘",
    "the derivative of {here} is not one over the slope of what is below":
        "{here} 的导数不是分母的导数的倒数",
    "{here} became a logarithm: that is its integral, not its slope":
        "{here} 变成了对数：那是它的积分，不是导数",
    "the minus is missing in the slope of {here}": "{here} 的导数少了负号",
    "under the root of {here} stands its slope: it stays":
        "把 {here} 根号里的式子换成了它的导数：根号里应该不变",
    "the sign of a term is wrong: the slope of {v} is {dv}":
        "有一项的正负号错了：{v} 的导数是 {dv}",
    "the sign of a term is wrong: the slope of {u} is {du}":
        "有一项的正负号错了：{u} 的导数是 {du}",
    "the minus was lost: the slope of {v} is subtracted": "漏掉了减号：应该减去 {v} 的导数",
    "the minus was lost at {here}": "在 {here} 处漏掉了负号",
    "the slope of the term {v} is missing": "漏掉了 {v} 这一项的导数",
    "the slope of the term {u} is missing": "漏掉了 {u} 这一项的导数",
    "{here} was derived by the product rule: it is a sum": "对 {here} 用了乘积法则：它是和，不是积",
    "{here} was derived by the product rule: it is a difference":
        "对 {here} 用了乘积法则：它是差，不是积",
    "{here} became 0: only the {c} is constant, {u} is not":
        "{here} 变成了 0：只有 {c} 是常数，{u} 不是",
    "at {here} the inside became its slope: it stays, and the slope is multiplied on":
        "在 {here} 处把里面换成了它的导数：里面不变，再乘以它的导数",
    "at {here} only the inside was derived: the outer function has a slope too":
        "在 {here} 处只对里面求了导：外层函数也要求导",
    "at {here} it was divided by the slope of the inside: multiply by it":
        "在 {here} 处除以了内层的导数：应该乘以它",
    "{here} was integrated instead of derived": "对 {here} 求了积分，而不是求导",
    "{here} was copied and not derived": "照抄了 {here}，没有求导",
    "the function was copied and not derived": "照抄了函数，没有求导",
    "to derive": "求导",
    "to derive once more": "再求一次导",
    "the slope was squared: the second derivative is the slope of the slope":
        "把一阶导数平方了：二阶导数是导数的导数",
    "to derive the slope once more": "对一阶导数再求一次导",
    "only the exponent was derived twice: the first slope is a product":
        "只对指数求了两次导：一阶导数是一个乘积",
    "the product rule": "乘积法则",
    "the sign of the whole answer is wrong": "整个答案的正负号错了",
    "the sign": "检查正负号",
    "the function was integrated: the slope was asked": "对函数求了积分：题目要求的是导数",
    "a constant was added, as behind an integral: a derivative has none":
        "像不定积分那样加了常数：导数后面不加常数",
    "no constant": "去掉常数",
    "decimals were cut off: round them, or give fractions":
        "小数直接截断了：请四舍五入，或者写成分数",
    "decimals were cut off: round them": "小数直接截断了：请四舍五入",
    "to round": "四舍五入",
    "to read the question once more": "再读一遍题目",
    "algebra: the slope was right before": "检查代数化简：在这之前导数是对的",
    "a closer look at the factors in front": "仔细看看前面的系数",
    "to go through the sum term by term": "一项一项地检查",
    "a formula, not a number": "写一个式子，而不是一个数",
    "the slope at this point": "求这一点的导数",
    "the sign is wrong": "正负号错了",
    "the value of the function was given, not its slope": "给出的是函数值，不是导数",
    "the slope of the normal was given": "给出的是法线的斜率",
    "x and y were swapped": "把 x 和 y 弄反了",
    "angles were taken in degrees: a slope needs radians": "角度用了度：求导要用弧度",
    "chain rule missing": "漏用链式法则",
    "chain rule missing inside": "里层漏用链式法则",
    "factor lost": "漏掉系数",
    "all factors lost": "系数全漏掉了",
    "factor in front of a power lost": "漏掉幂前面的系数",
    "exponent not in front": "指数没有提到前面",
    "exponent not made one less": "指数没有减 1",
    "product rule: slopes multiplied": "乘积法则，把导数直接相乘",
    "product rule: half missing": "乘积法则，只用了一半",
    "quotient rule: slopes divided": "商法则，把导数直接相除",
    "quotient rule: wrong order": "商法则，两项写反",
    "quotient rule: plus for minus": "商法则，减号写成加号",
    "quotient rule: square missing": "商法则，分母没有平方",
    "constant kept": "常数没有变成 0",
    "sign of a term": "某一项的正负号",
    "sign of a trigonometric slope": "三角函数导数的正负号",
    "sign of the whole": "整个答案的正负号",
    "constant added": "多加了常数",
    "not derived": "没有求导",
    "integrated": "求成了积分",
    "there are too few points at which both have a value that can be worked out":
        "两边都能算出值的点太少",
    "I find no point at which both have a value that can be worked out": "找不到两边都能算出值的点",
    "there is no answer.": "没有答案。",
    "look again at the whole": "再整体看一看",
    "this equation cannot be solved for {slope} here.": "这里无法由这个方程解出 {slope}。",
    "a derivative is what was asked: give it as a formula.": "题目要求的是导数：请写成一个式子。",
    "the answer has {slope} in it, and {slope} is what was asked.":
        "答案里含有 {slope}，而 {slope} 正是要求的。",
    "Solve it yourself: {slope} = ...": "请你自己解出来：{slope} = ...",
    "Solve for {slope}, or give the whole equation.": "请解出 {slope}，或者给出整个方程。",
    "standard input": "标准输入",
    "there is no standard input.": "没有标准输入。",
    "Name a file.": "请给出文件名。",
    "there is no function.": "没有函数。",
    "which file? Name one, as in: slope grade homework.csv, or - .":
        "哪个文件？请给出文件名，例如：slope grade homework.csv，或者 -。",
    "--json and --csv exclude each other.": "--json 和 --csv 不能同时用。",
    "Give a table with the columns function and answer, or lines such as\n"
    "  f(x) = x^2\n"
    "  f'(x) = 2x":
        "请给出有 function 和 answer 两列的表格，或者这样的几行：\n"
        "  f(x) = x^2\n"
        "  f'(x) = 2x",
    "your answer": "你的答案",
    "the slope": "导数",
    "the slope of your answer": "你的答案的导数",
    "the formula": "式子",
    "the second formula": "第二个式子",
    "the first": "第一个",
    "the second": "第二个",
    "an integral is a formula: leave the point out.": "不定积分是式子，请去掉点。",
    "correct": "正确",
    "unreadable": "无法读懂",
    "wrong": "不对",
    "unknown": "无法判定",
    "{variable} was taken with the wrong sign": "把 {variable} 的正负号弄反了",
    "the answer is no number: {letter} has no value.": "答案不是一个数：{letter} 没有取值。",
    "I find only {count} points of the curve at which both have a value":
        "曲线上两边都有值的点只找到 {count} 个",
    "a curve is asked for its slope: --order begins at 1 here.":
        "题目要求的是曲线的斜率：这里的 --order 从 1 开始。",
    "there is no dy/dx in this equation.": "这个方程里没有 dy/dx。",
    "it remains to solve the equation for {slope}": "还要由方程解出 {slope}",
    "Write dy/dx = ...": "请写 dy/dx = ...",
    "the slope of {here} is {slope}": "{here} 的导数是 {slope}",
    " and at ": " 和 ",
    "it took more than {seconds} seconds": "用时超过了 {seconds} 秒",
    "line {number} of {name} is no text in UTF-8, UTF-16 or GBK.":
        "“{name}”的第 {number} 行不是 UTF-8、UTF-16 或 GBK 编码的文本。",
    "{file} is no text file.": "“{file}”不是文本文件。",
    "{name} has a line of more than {most} bytes.": "“{name}”里有一行超过 {most} 字节。",
    "{file} is a folder.": "“{file}”是文件夹。",
    "cannot read {file}: {reason}.": "无法读取“{file}”：{reason}。",
    "{name} has a line of more than {most} letters.": "“{name}”里有一行超过 {most} 个字符。",
    "the file": "文件",
    "it looks as if {says}": "看起来，{says}",
    "this is the tangent; asked is its slope, a number.": "这是切线；题目问的是它的斜率，一个数。",
    "this is a line through the point; asked is the slope, a number.":
        "这是过该点的一条直线；题目问的是斜率，一个数。",
    "The slope is what stands before {variable}.": "斜率是 {variable} 前面的系数。",
    "this gives {variable} a value, and that is not asked.":
        "这给出了 {variable} 的值，而题目问的不是它。",
    "Write the answer alone, as in {last}.": "请只写答案，如 {last}。",
    "Write the answer alone.": "请只写答案。",
    "the two sides of this = are not the same: I cannot tell which is the answer.":
        "这个等号两边不相等：分不清哪一个是答案。",
    "it is right as far as {formula}": "到 {formula} 为止是对的",
    "{message}, in the first slope": "{message}（求一阶导数时）",
    "the slope is {slope}": "斜率是 {slope}",
    "the curve ends here: this is the slope from the left": "曲线到此为止：这是左侧的斜率",
    "the curve ends here: this is the slope from the right": "曲线到此为止：这是右侧的斜率",
    "look again at {where}": "再看看 {where}",
    "at {where} you need {law}": "在 {where} 处，你需要 {law}",
    "you need {law}": "你需要 {law}",
    "there is no answer in the first {most} lines.": "前 {most} 行里没有答案。",
    "The first line names the columns, such as: {needed}": "第一行要写各列的名字，例如：{needed}",
    'the kind "{kind}" is none of {kinds}.': "题目类型“{kind}”不在 {kinds} 之中。",
    'the variable "{variable}" is no name.': "自变量“{variable}”不是合适的名字。",
    'the order "{order}" is no whole number from 0 to 100.': "阶数“{order}”不是 0 到 100 的整数。",
    "{name} has no column {missing}.": "“{name}”里没有 {missing} 这一列。",
    "{name} has no questions.": "“{name}”里没有题目。",
    'the key has no question "{question}".': "题目文件里没有“{question}”这道题。",
    'the points "{points}" are no number.': "分数“{points}”不是一个数。",
    '{name} has the id "{question}" twice, again in line {line}.':
        "“{name}”里题号“{question}”出现了两次，第二次在第 {line} 行。",
    "{name} has more than {most} questions.": "“{name}”里的题目超过了 {most} 道。",
    "{whose} has the letter {letter}, which does not occur in the question; did you mean {near}?":
        "{whose} 里有字母 {letter}，题目里没有；你想写的是 {near} 吗？",
    "{whose} has the letter {letters}, which does not occur in the question":
        "{whose} 里有字母 {letters}，题目里没有",
    "{whose} has the letters {letters}, which does not occur in the question":
        "{whose} 里有字母 {letters}，题目里没有",
    "equal where both have a value; only {has} has one at {at}, not {lacks}":
        "在两者都有值的地方相等；但在 {at} 处只有 {has} 有值，{lacks} 没有",
    "a slope at one point was given: here it changes with {variable}, so give a formula":
        "给出的是某一点的斜率：这里的导数随 {variable} 变化，请写成式子",
    "{count} times": "{count} 次",
    "not at all": "0 次",
    "once": "一次",
    "twice": "两次",
    "the whole is {factor} times as large as it should be": "整个答案是正确答案的 {factor} 倍",
    "the whole is off by the factor {factor}": "整个答案是正确答案的 {factor} 倍",
    "it was derived {made}, but asked is {asked}": "求导求了 {made}，而题目要求 {asked}",
    "to derive {asked} only": "求导，只求 {asked}",
    "it was derived in {other}: the variable is {variable}":
        "对 {other} 求了导：自变量是 {variable}",
    "all is right but one term: {term}": "只有一项不对：{term}",
    "instead of {term} it should be {wanted}": "不是 {term}，应该是 {wanted}",
    "to derive in {variable}": "对 {variable} 求导",
    "a term is missing: {term}": "少了一项：{term}",
    "the sign of the term {term} is wrong": "{term} 这一项的正负号错了",
    "there is a term too many: {term}": "多了一项：{term}",
    "it was derived {made} times": "求了 {made} 次导",
    "it was derived {made} times only": "只求了 {made} 次导",
    "the equation has no {slope} in it": "方程里没有 {slope}",
    "{message}, and likewise at {others}": "{message}；同样的还有 {others}",
    " and no column ": " 和 ",
    "{part} was read as {other}": "把 {part} 看成了 {other}",
    "{part} is not {other}": "{part} 不等于 {other}",
    "{part} is not {other}: every term is divided": "{part} 不等于 {other}：每一项都要除",
    "{part} was read upside down, as {other}": "把 {part} 的分子分母看反了，看成了 {other}",
    "the {factor} of {part} was overlooked": "漏看了 {part} 中的 {factor}",
    "the minus of {part} was overlooked": "漏看了 {part} 的负号",
    "both sides derived in {x}, where {y} is a function of {x} with the slope {y}'":
        "隐函数求导：方程两边对 {x} 求导，把 {y} 看作 {x} 的函数，它的导数是 {y}'",
    "solving for {y}': what stands beside {y}' goes below, with the other sign above":
        "解出 {y}'：乘着 {y}' 的部分作分母，其余各项变号后作分子",
    "deriving {y}' once more: {y} is a function of {x} there, too; then {y}' is put in":
        "对 {y}' 再求一次导：这里 {y} 仍是 {x} 的函数；最后代入 {y}'",
    "dy/dx = (dy/d{t})/(dx/d{t})": "参数方程的导数：dy/dx = (dy/d{t})/(dx/d{t})",
    "d^2y/dx^2 = (d/d{t} of dy/dx)/(dx/d{t})":
        "参数方程的二阶导数：先把 dy/dx 对 {t} 求导，再除以 dx/d{t}",
    "x = r cos({t}), y = r sin({t}), and then dy/dx = (dy/d{t})/(dx/d{t})":
        "极坐标：x = r cos({t})，y = r sin({t})，于是 dy/dx = (dy/d{t})/(dx/d{t})",
    "a sign was lost on the way to {y}'": "求 {y}' 的过程中弄丢了一个负号",
    "the fraction stands upside down: that is d{x}/d{y}": "分子分母写反了：这是 d{x}/d{y}",
    "the fraction stands upside down, and its sign was lost": "分子分母写反了，还弄丢了负号",
    "{y} was derived as if it were {x}: each term with {y} needs a factor {y}'":
        "把 {y} 当成 {x} 来求导了：含 {y} 的每一项求导后都要乘以 {y}'",
    "{y} was taken for a constant: it is a function of {x}": "把 {y} 当成常数了：它是 {x} 的函数",
    "it was derived in {y}: the variable is {x}": "对 {y} 求了导：自变量是 {x}",
    "{y} was taken for a constant where {y}' was derived again":
        "对 {y}' 再求导时把 {y} 当成常数了",
    "the factor {y}' is missing where {y}' was derived again": "对 {y}' 再求导时漏乘了 {y}'",
    "{y}' was put in with the wrong sign": "代入 {y}' 时正负号错了",
    "{y}' was put in upside down": "代入 {y}' 时分子分母写反了",
    "the fraction stands upside down: dy/d{t} belongs above, dx/d{t} below":
        "分子分母写反了：dy/d{t} 在上，dx/d{t} 在下",
    "only dy/d{t} was given: divide it by dx/d{t}": "只给出了 dy/d{t}：还要除以 dx/d{t}",
    "only dx/d{t} was given: dy/dx is dy/d{t} divided by it":
        "只给出了 dx/d{t}：dy/dx 是 dy/d{t} 除以它",
    "dy/d{t} and dx/d{t} were multiplied: divide them": "把 dy/d{t} 和 dx/d{t} 相乘了：应该相除",
    "y was divided by x: divide their slopes": "用 y 除以了 x：应该用它们的导数相除",
    "the slope of r was given: dy/dx is that of y against x":
        "给出的是 r 的导数：dy/dx 是 y 对 x 的导数",
    "r' was divided by r: dy/dx is that of y against x": "用 r' 除以了 r：dy/dx 是 y 对 x 的导数",
    "the second slopes of y and x were divided: derive dy/dx instead":
        "把 y 和 x 的二阶导数相除了：应该对 dy/dx 求导",
    "dy/dx was derived in {t}, but not divided by dx/d{t} again":
        "把 dy/dx 对 {t} 求了导，却忘了再除以 dx/d{t}",
    "d^2y/d{t}^2 was divided by the square of dx/d{t}: derive dy/dx instead":
        "用 d^2y/d{t}^2 除以了 dx/d{t} 的平方：应该对 dy/dx 求导",
    "d^2y/d{t}^2 was given: derive dy/dx in {t} and divide by dx/d{t}":
        "给出的是 d^2y/d{t}^2：应该把 dy/dx 对 {t} 求导，再除以 dx/d{t}",
    "it was derived once, but asked is twice": "只求了一次导，而题目要求两次",
    "the function": "这个函数",

    # Steps
    "At {place}: {formula}": "当 {place} 时：{formula}",
    "First derivative:": "一阶导数：",
    "Second derivative:": "二阶导数：",
    "Third derivative:": "三阶导数：",
    "Fourth derivative:": "四阶导数：",
    "Fifth derivative:": "五阶导数：",
    "Sixth derivative:": "六阶导数：",
    "Seventh derivative:": "七阶导数：",
    "Eighth derivative:": "八阶导数：",
    "Ninth derivative:": "九阶导数：",
    "{number}th derivative:": "{number} 阶导数：",
    "{parts}.": "{parts}。",
    "Use the {rule}.": "用 {rule}。",
    "{rule}: {equation}": "{rule}：{equation}",
    "derivative of {function}": "{function} 的导数",
    "Use the slope of the variable itself, which is 1.": "用自变量自己的导数，它等于 1。",
    "Use the rule for pieces: derive each branch by itself.": "用分段求导：每一段分别求导。",
    "Use logarithmic differentiation.": "用对数求导法。",
    "So {equation}": "所以 {equation}",
    "So {equation}.": "所以 {equation}。",
    "{equation}, found above in {line}": "{equation}，见上面第 {line} 步",
    "outer {formula}": "外层 {formula}",
    "inner {formula}": "内层 {formula}",
    "The steps are nested more than {most} deep, too deep for JSON.":
        "步骤的嵌套超过了 {most} 层，JSON 装不下。",
    "slope of the chord: {quotient}": "割线的斜率（差商）：{quotient}",
    "limit for h -> 0: {slope} =": "h -> 0 时的极限：{slope} =",
    "x stands still: the curve is an upright line, without a slope.":
        "x 不变：曲线是一条竖直的直线，没有斜率。",
    "{letter} cancels in this equation: it has no slope.": "方程里的 {letter} 抵消了：求不出斜率。",
    "Derive both sides in {x}: {y} is a function of {x}, with the slope {slope}":
        "方程两边对 {x} 求导：{y} 是 {x} 的函数，它的导数是 {slope}",
    "Collect what has {slope} in it on one side: {equation}":
        "把含 {slope} 的项移到一边：{equation}",
    "Divide by {by}: {equation}": "两边除以 {by}：{equation}",
    "Derive {lower} in {t} once more": "把 {lower} 对 {t} 再求一次导",
    "Derive {lower} in {x} once more: {y} is still a function of {x}":
        "把 {lower} 对 {x} 再求一次导：{y} 仍是 {x} 的函数",
    "Put in {lower} = {by}: {equation}": "代入 {lower} = {by}：{equation}",
    "In another form: {equation}": "换一种形式：{equation}",
    "With the coordinates {across} and {up}, the curve is a pair in {t}":
        "用坐标 {across} 和 {up}，曲线就写成以 {t} 为参数的参数方程",
    "Derive x in {t}": "把 x 对 {t} 求导",
    "Derive y in {t}": "把 y 对 {t} 求导",
    "Divide the slope of y by the slope of x: {equation}": "用 y 的导数除以 x 的导数：{equation}",
    "Divide by the slope of x again, {by}: {equation}": "再除以 x 的导数 {by}：{equation}",
    "Derive both sides in {x}. {y} is a function of {x}: each term with {y} brings a factor "
    "{slope}. Then solve for {slope}.":
        "隐函数求导：方程两边对 {x} 求导。{y} 是 {x} 的函数，所以含 {y} 的每一项求导后都要乘以 "
        "{slope}。最后解出 {slope}。",
    "Derive x and y in {t}, and divide: {rule}.":
        "参数方程求导：把 x 和 y 分别对 {t} 求导，再相除：{rule}。",
    "Write {across} and {up}; derive both in {t}, and divide: {rule}.":
        "极坐标求导：写出 {across} 和 {up}，分别对 {t} 求导，再相除：{rule}。",
    "{letter} is a function of {argument}, and its slope is {slope}":
        "{letter} 是 {argument} 的函数，它的导数是 {slope}",
    "a function of {argument}": "它是 {argument} 的函数",
    "each branch by itself": "每一段分别求导",

    # Pictures
    "the end {typed}": "端点 {typed}",
    "the points": "点",
    "the curves have different variables: {names}.": "这些曲线的自变量不同：{names}。",
    "no curve here has a point {typed}.": "这里的曲线都不能这样写点：{typed}。",
    "{option} is for functions, and there is a curve among these.":
        "{option} 只用于函数，而这里面有一条曲线。",
    "Write them in the same letters, x and y.": "请都用 x 和 y 来写。",
    "Name the letters of the curve: x=3,y=4 for an equation, t=1 for a pair.":
        "请写出曲线的字母：方程写 x=3,y=4，一对式子写 t=1。",
    "crosses itself at: {points}": "自交点：{points}",
    "cusp at: {points}": "尖点：{points}",
    "a point by itself: {points}": "孤立点：{points}",
    "corner at: {points}": "角点：{points}",
    "not on the curve: {points}": "不在曲线上：{points}",
    "ends at: {points}": "终点：{points}",
    "begins at: {points}": "起点：{points}",
    "horizontal tangent at: {points}": "水平切线：{points}",
    "vertical tangent at: {points}": "竖直切线：{points}",
    "{curve}, from {x} = {left} to {right} and {y} = {low} to {high}":
        "{curve}，{x} 从 {left} 到 {right}，{y} 从 {low} 到 {high}",
    "{curve}, from {letter} = {start} to {end}": "{curve}，{letter} 从 {start} 到 {end}",
    "and {count} more": "另有 {count} 个",
    "closed loops: {count}": "闭合曲线：{count} 条",
    "branches that leave the picture: {count}": "伸出图外的分支：{count} 条",
    "In some places too much happens to be told apart.": "有些地方变化太密，无法一一分清。",
    "rises from": "单调递增",
    "falls from": "单调递减",
    "is constant from": "保持不变",
    "{left} and {right}": "{left} 到 {right}",
    "maximum at": "极大值点",
    "minimum at": "极小值点",
    "inflection at": "拐点",
    "pole at": "无穷间断点",
    "ends at": "端点",
    "corner at": "角点",
    "hole at": "可去间断点（空心点）",
    "jump at": "跳跃间断点",
    "{variable} = {place} (from {left} to {right})":
        "{variable} = {place}（从 {left} 跳到 {right}）",
    "at the left end, {at}: {value}": "左端 {at} 处：{value}",
    "at the right end, {at}: {value}": "右端 {at} 处：{value}",
    "{what}: {listed}": "{what}：{listed}",
    "left: towards {limit}": "左侧趋于 {limit}",
    "right: towards {limit}": "右侧趋于 {limit}",
    "the normal at {place}": "{place} 处的法线",
    "the tangent at {place}": "{place} 处的切线",
    "{curve} has no normal at {place}: {reason}.": "{curve} 在 {place} 处没有法线：{reason}。",
    "{curve} has no tangent at {place}: {reason}.": "{curve} 在 {place} 处没有切线：{reason}。",
    "{where} is too far out to be drawn.": "{where} 太远，画不出来。",
    "there is nothing to draw: no value anywhere from {left} to {right}.":
        "没有可画的内容：从 {left} 到 {right} 处处没有值。",
    "{count} curves are too many to tell apart ({most}).":
        "{count} 条曲线太多，分不清（最多 {most} 条）。",
    "normal at {where}: {equation}": "{where} 处的法线：{equation}",
    "tangent at {where}: {equation}": "{where} 处的切线：{equation}",
    "{what} from {left} to {right} are too short to be drawn.":
        "从 {left} 到 {right} 的 {what} 太短，画不出来。",
    "{what} from {left} to {right} are too far out to be drawn.":
        "从 {left} 到 {right} 的 {what} 太远，画不出来。",
    "--range takes two numbers, and {number} is a third. A curve y = {number} comes first.":
        "--range 后面跟两个数，{number} 是第三个。曲线 y = {number} 要写在前面。",
    "if": "当",
    "otherwise": "其他",
    "pole": "无穷间断点",
    "corner": "角点",
    "the curve crosses itself": "自交点",
    "cusp": "尖点",
    "a point by itself": "孤立点",
    "{curve}, {points}": "{curve}，{points}",
    "{typed} is no point of {curve}.": "{typed} 不是 {curve} 上的点。",
    "Write it as --{kind} {sample}.": "请写成 --{kind} {sample} 这样。",
    "no values between": "没有值的区间",
    "not on the curve": "不在曲线上",
    "on the curve": "在曲线上",
    "the values are beyond 10^308, too large to be drawn.": "函数值超过了 10^308，太大，画不出来。",
    "Take a range where the curve exists.": "请取曲线有定义的区间。",
    "Take a point where there is a slope.": "请取一个有斜率的点。",
    "minus infinity": "负无穷",
    "infinity": "正无穷",
    'which curve? Give an expression: slope plot "sin(x)" --range 0 2pi':
        '哪条曲线？请给出式子：slope plot "sin(x)" --range 0 2pi',
    "a plot takes its expressions from the command line, not from stdin.":
        "画图的式子要写在命令行里，不能从标准输入读取。",
    "--size takes a width and a height from 1 to 50 inches.":
        "--size 要给出宽和高，各 1 到 50 英寸。",
    "--csv and --describe both write the answer: leave out one.":
        "--csv 和 --describe 都要输出答案：请去掉一个。",
    "Write them in one variable, or give the others values with --let.":
        "请用同一个自变量书写，或者用 --let 给其他字母取值。",
    "the heights": "y 的范围",
    "I write .png, .svg and .pdf.": "可以写 .png、.svg 和 .pdf。",
    "Write a file instead: -o plot.png": "请改为写到文件：-o plot.png",
    "no window can be opened here.": "这里无法打开窗口。",
    "there is nothing to draw between {left} and {right}.": "从 {left} 到 {right} 没有可画的内容。",
    "Take a range where the curve exists: --range A B, and --y C D.":
        "请取曲线有定义的范围：--range A B 和 --y C D。",
    "about {number}": "约 {number}",

    # Study
    "{left} to {right}": "{left} 到 {right}",
    "maxima": "极大值点",
    "minima": "极小值点",
    "saddles": "非极值驻点",
    "inflections": "拐点",
    "corners": "角点",
    "upright": "竖直切线",
    "rises": "单调递增",
    "falls": "单调递减",
    "bends up": "凹（向上弯）",
    "bends down": "凸（向下弯）",
    "poles": "无穷间断点",
    "holes": "可去间断点",
    "jumps": "跳跃间断点",
    "borders": "定义域边界",
    "{what} between {low} and {high}": "{low} 与 {high} 之间：{what}",
    "{point} with slope {slope}": "{point}（斜率 {slope}）",
    "{limit} on the left": "左极限 {limit}",
    "{limit} on the right": "右极限 {limit}",
    "defined": "定义域",
    "zeros": "零点",
    "not known": "未知",
    "{limit} at {end}": "趋于 {end} 时为 {limit}",
    "nowhere": "空集",
    "limits": "极限",
    "undecided": "未能判定",
    "what there was no time for; --timeout 60 gives it more": (
        "时间不够而未看的部分；可用 --timeout 60 增加时间"
    ),
    "cannot decide: {what}.": "无法判定：{what}。",
    "{kind}: {points}": "{kind}：{points}",
    "{place} ({sides})": "{place}（{sides}）",
    "Take a shorter range: --range A B.": "请把区间取短一些：--range A B。",
    "a border": "分界",
    "chord to the right": "右侧割线斜率",
    "chord to the left": "左侧割线斜率",
    "something happens at more than {most} places of this range.":
        "这个区间里的特殊点超过了 {most} 个。",

    # Curves
    "the curve ends there, with the slope {slope}": "曲线到这里为止，斜率是 {slope}",
    "the curve has a corner there (left {left}, right {right})":
        "曲线在这里有角点（左导数 {left}，右导数 {right}）",
    "the curve has a corner there: both its branches lie on one side, with the slopes {one} and "
    "{other}":
        "曲线在这里有角点：两支都在同一侧，斜率是 {one} 和 {other}",
    "vertical": "竖直",
    "the curve ends there, with a vertical tangent": "曲线到这里为止，切线是竖直的",
    "{count} branches meet there; their slopes: {slopes}":
        "{count} 支曲线在这里相交，斜率分别是 {slopes}",
    "the curve has a corner there, with the slopes {one} and {other}":
        "曲线在这里有角点，斜率是 {one} 和 {other}",
    "the point must say which letter is {part}.": "点要写明哪个字母等于 {part}。",
    "the value of {name}": "{name} 的值",
    "the point {typed} does not say where {missing} is.": "点 {typed} 没有写明 {missing} 的值。",
    "Write it as {sample}.": "请写成 {sample} 这样。",
    "Give both, as in {sample}, or have {missing} found: --at {name}={value} --solve {missing}":
        "请把两个都写上，如 {sample}；"
        "或者让 slope 求 {missing}：--at {name}={value} --solve {missing}",
    "a comma is missing in {typed}.": "{typed} 里少了一个逗号。",
    "the point {typed} gives {name} twice.": "点 {typed} 里 {name} 给了两次。",
    "there is no {name} in this curve.": "这条曲线里没有 {name}。",
    "Write the point as {sample}.": "请把点写成 {sample} 这样。",
    "there is no {letter} in this curve to be found.": "这条曲线里没有要求的 {letter}。",
    "{letter} is what is to be found, so the point cannot give it.":
        "{letter} 是要求的，点里不能给出它的值。",
    "Its letters are {wanted}.": "它的字母是 {wanted}。",
    "Give the other letter, as in --at {other}=1.": "请给出另一个字母的值，如 --at {other}=1。",
    "this curve has {count} letters: {letters}.": "这条曲线里有 {count} 个字母：{letters}。",
    "An equation in two letters is a curve; give the others values with --let.":
        "两个字母的方程才表示曲线；其余的字母请用 --let 取值。",
    "{part} is not smooth there, or too close to where it ends":
        "{part} 在这里不光滑，或者离它的端点太近",
    "the curve is too irregular there": "曲线在这里太不规则",
    "no slope at {place}: {reason}": "在 {place} 处没有斜率：{reason}",
    "cannot decide the slope at {place}: {reason}": "无法判定 {place} 处的斜率：{reason}",
    "nobody here can tell whether the point is exactly on the curve":
        "无法判断这个点是否恰好在曲线上",
    "cannot decide: {reason}": "无法判定：{reason}",
    "very little": "极小的数",
    "the curve crosses itself there, with the slopes {slopes}":
        "曲线在这里与自身相交，斜率有 {slopes}",
    "To find {up} from {across}, write --solve {up} --at {across}={value}.":
        "要由 {across} 求 {up}，请写 --solve {up} --at {across}={value}。",
    "the tangent is vertical there": "这里的切线是竖直的",
    "both partial slopes of the equation are 0 there": "方程的两个偏导数在这里都是 0",
    "the curve is this one point here": "曲线在这里只有这一个孤立的点",
    "both partial slopes of the equation are 0 there: a cusp, or branches that touch":
        "方程的两个偏导数在这里都是 0，是尖点，或者几支曲线在这里相切",
    "the curve is an upright line": "曲线是一条竖直的直线",
    "x and y both stand still there": "x 和 y 在这里都静止不动（导数都是 0）",
    "a part of the formula is not smooth there": "式子的某一部分在这里不光滑",
    "cannot decide the mixed slope at {place}: {reason}":
        "无法判定 {place} 处的混合偏导数：{reason}",
    "in {letter}": "沿 {letter} 方向",
    "in this direction": "沿这个方向",
    "the direction {written} has {given} parts, but there are {wanted} letters.":
        "方向 {written} 有 {given} 个分量，但字母有 {wanted} 个。",
    "the direction has no length.": "方向的长度为 0。",
    "Write one number for each letter, as in --direction 3,4.":
        "请给每个字母写一个数，如 --direction 3,4。",
    "Write --direction 3,4.": "请写成 --direction 3,4 这样。",
    "A number of this line is {digits}: too far out to be drawn.":
        "这条直线上有一个数是 {digits}，太远了，画不出来。",
    " and ": " 和 ",
    "{place} is not on the curve: {left} is {value} there, and {right} is {other}. It misses by "
    "{distance}.":
        "{place} 不在曲线上：在这里 {left} 等于 {value}，而 {right} 等于 {other}，相差 "
        "{distance}。",
    "{place} is not on the curve: {left} is {value} there, not {other}. It misses by {distance}.":
        "{place} 不在曲线上：在这里 {left} 等于 {value}，而不是 {other}，相差 {distance}。",
    "about 0": "约 0",
    "the curve turns back there, with the slope {slope}": "曲线在这里折返，斜率是 {slope}",
    "a cusp, the tangent is vertical there": "这里是尖点，切线是竖直的",
    "cannot decide the slope {where} at {place}: {reason}":
        "无法判定 {place} 处 {where} 的斜率：{reason}",
    "no slope {where} at {place}: {reason}": "在 {place} 处 {where} 没有斜率：{reason}",

    # Learning
    "step": "步",
    "loss": "损失",
    "value": "值",
    "Adam": "Adam",
    "Newton's method": "牛顿法",
    "{count} step of {method}": "{method} {count} 步",
    "{count} steps of {method}": "{method} {count} 步",
    "{way}; stopped {ended}": "{way}；停止原因：{ended}",
    "rate {rate}": "学习率 {rate}",
    "{count} row": "{count} 行数据",
    "{count} rows": "{count} 行数据",
    "Fill it in, or delete the row.": "请补上，或者删掉这一行。",
    "The first line holds the columns' names.": "第一行应该是各列的名字。",
    "Put the columns' names above it.": "请在它上面写上各列的名字。",
    "at the bottom: no step leads further down": "已到谷底，再走哪一步都不会更低",
    "where the slope is 0, but at a top, not at the bottom": "这里斜率为 0，但这是顶点，不是谷底",
    "where the slope is 0, but with lower values beside it": "这里斜率为 0，但旁边还有更低的值",
    "on level ground: the value is the same all around": "这里是平地，周围的值都一样",
    "The slope is 0 at this start, a top and not a bottom, so no step leads anywhere.":
        "起点处斜率为 0，这是顶点而不是谷底，所以哪一步都走不动。",
    "The slope is 0 at this start, with lower values beside it, so no step leads anywhere.":
        "起点处斜率为 0，旁边却有更低的值，所以哪一步都走不动。",
    "The slope is 0 at this start and the value is the same all around, so no step leads "
    "anywhere.":
        "起点处斜率为 0，周围的值都一样，所以哪一步都走不动。",
    "The loss grew to {most} on the way and is {last} again, as at the start: the rate {rate} "
    "is too large.":
        "损失在途中涨到 {most}，最后又是起点处的 {last}：学习率 {rate} 太大了。",
    "Not at the bottom: it was lower on the way, {best} after step {step}. Try a smaller --rate, "
    "or --method newton.":
        "没有到谷底：途中第 {step} 步之后更低，是 {best}。请减小 --rate，或用 --method newton。",
    "Not at the bottom yet: more --steps lead on, or --method newton.":
        "还没有到谷底：请增加 --steps，或者用 --method newton。",
    "Try --method newton, which needs no rate, or another --start.":
        "请用 --method newton（不需要学习率），或者换一个 --start。",
    "Not at the bottom yet: more --steps lead on.": "还没有到谷底：请增加 --steps。",
    "Not at a bottom: lower values lie beside it. Try another --start.":
        "这里不是谷底：旁边还有更低的值。请换一个 --start。",
    "value reached": "到达的值",
    "Choose another --start.": "请换一个 --start。",
    "The loss has no slope at the start.": "损失在起点处没有斜率。",
    "Choose another --start or a smaller --rate.": "请换一个 --start，或者把 --rate 取小一些。",
    "The loss has no second slope here, which Newton's method needs.":
        "损失在这里没有二阶导数，而牛顿法需要它。",
    "Choose another --start, or --method adam.": "请换一个 --start，或者用 --method adam。",
    "The loss is almost 0: the columns tell the targets apart without a mistake, so the "
    "parameters have no best values and only grow.":
        "损失几乎为 0：这些列已经能毫无差错地分开目标，所以参数没有最佳值，只会越来越大。",
    "The model has no parameter to fit: all its letters are columns.":
        "模型里没有可以拟合的参数：所有字母都是列名。",
    "Write, say, a*x + b.": "例如可以写 a*x + b。",
    "Put the model into sigmoid(...).": "请把模型放进 sigmoid(...)。",
    "the way down": "下降的路线",
    "There is no letter to change in this formula.": "这个式子里没有可以变动的字母。",
    "The formula has no value at the start.": "式子在起点处没有值。",
    "gradient descent": "梯度下降",
    "gradient descent with momentum": "带动量的梯度下降",
    "initial loss": "初始损失",
    "trained loss": "训练后损失",
    "initial value": "初始值",
    "lowest value": "最低值",
    'fit needs a model and a file: slope fit "a*x + b" data.csv':
        'fit 需要一个模型和一个文件：slope fit "a*x + b" data.csv',
    "the model stands first, and then the file.": "先写模型，再写文件。",
    'Type: slope fit "{model}" {file} --target {column}':
        '请输入：slope fit "{model}" {file} --target {column}',
    "Add it, as in --target {column}.": "请加上它，如 --target {column}。",
    "--target COLUMN says which column the model is to predict.":
        "请用 --target 列名，指明模型要预测哪一列。",
    "--json and --plot - both write the answer: leave out one.":
        "--json 和 --plot - 都要输出答案：请去掉一个。",
    "in row {row} of {file} (line {line}), column {name}":
        "“{file}”第 {row} 行数据（文件第 {line} 行）的 {name} 列",
    "{file} is empty.": "“{file}”是空的。",
    "{file} has names, but no rows of numbers.": "“{file}”里有列名，却没有数据。",
    "The first line of {file} holds numbers.": "“{file}”的第一行是数。",
    "{file} has no column {name}: it has {names}.": "“{file}”里没有 {name} 这一列，只有 {names}。",
    "A number is missing {where}.": "{where} 缺少一个数。",
    "{file} is no text in UTF-8.": "“{file}”不是 UTF-8 编码的文本。",
    "I cannot read {file}: {why}.": "无法读取“{file}”：{why}。",
    "there is no file {file}.": "没有“{file}”这个文件。",
    "{file} is no table: {error}.": "“{file}”不是表格：{error}。",
    "Row {number} of {file} (line {line}) has {count} cells, not {wanted}.":
        "“{file}”第 {number} 行数据（文件第 {line} 行）有 {count} 个单元格，应该有 {wanted} 个。",
    "Column {number} of {file} has no name.": "“{file}”的第 {number} 列没有名字。",
    "{file} has two columns with the name {name}.": "“{file}”里有两列都叫 {name}。",
    "after {steps} steps": "走完了 {steps} 步",
    "the best of {steps}": "{steps} 步中最好的一步",
    "The loss became {value} at step {step}: the rate {rate} is too large.":
        "损失在第 {step} 步变成了 {value}：学习率 {rate} 太大了。",
    "The loss grew from {first} to {last}: the rate {rate} is too large.":
        "损失从 {first} 涨到了 {last}：学习率 {rate} 太大了。",
    "The loss has no value at the start: it is {value} at step {step}.":
        "损失在起点处没有值：第 {step} 步时它是 {value}。",
    "Try --rate {smaller}, or --method newton, which needs none.":
        "请试试 --rate {smaller}，或者不需要学习率的 --method newton。",
    "The loss has no slope at the parameters of step {step}.":
        "第 {step} 步的参数处，损失没有斜率。",
    "within the tolerance after {steps} steps": "走了 {steps} 步后已在容许误差之内",
    "{file} has no column {target} to fit: it has {names}.":
        "“{file}”里没有要拟合的 {target} 列，只有 {names}。",
    "The model uses the column {target}, which it is to predict.":
        "模型用到了它要预测的 {target} 列。",
    "{name} is no parameter of the model: these are {names}.":
        "{name} 不是模型的参数：参数有 {names}。",
    "The column {name} is {value} in every row of {file}: what it teaches cannot be told from a "
    "constant.":
        "{name} 列在“{file}”的每一行都是 {value}：它的作用和常数项无法区分。",
    "A batch holds 1 to {count} rows here, not {batch}.":
        "这里每批可以有 1 到 {count} 行，不能是 {batch} 行。",
    "At the start the model has no value in row {row} of {file} (line {line}).":
        "在起点处，模型在“{file}”第 {row} 行数据（文件第 {line} 行）没有值。",
    "The log loss needs values between 0 and 1, but at the start the model gives {value} in row "
    "{row} of {file} (line {line}).":
        "log 损失要求模型的值在 0 和 1 之间，而在起点处，模型在“{file}”第 {row} 行数据（文件第 "
        "{line} 行）给出 {value}。",
    "The log loss needs targets 0 or 1; row {row} of {file} (line {line}) has {target}.":
        "log 损失要求目标是 0 或 1；“{file}”第 {row} 行数据（文件第 {line} 行）是 {target}。",
    "{name} does not occur in the formula: its letters are {names}.":
        "式子里没有 {name}：它的字母有 {names}。",
    "{typed} is no number, {where}.": "{where} 不是数：{typed}。",

    # Command line
    "line {number} has more than {most} characters, the limit for one input.":
        "第 {number} 行超过了一次输入的上限 {most} 个字符。",
    "--{one} and --{other} exclude each other.": "--{one} 和 --{other} 不能同时用。",
    "--{name} needs a point: add --at X.": "--{name} 需要一个点：请加上 --at X。",
    "--{name} is for points: leave out --range.": "--{name} 用于一点：请去掉 --range。",
    "--{name} does not belong here.": "--{name} 不能用在这里。",
    "--{name} is for functions, and this is a curve.": "--{name} 只用于函数，而这是一条曲线。",
    "--{name} belongs to {where}.": "--{name} 用于 {where}。",
    "there is no folder {folder}.": "没有“{folder}”这个文件夹。",
    "cannot write {path}: {reason}.": "无法写入“{path}”：{reason}。",
    "there is no answer in {file}.": "“{file}”里没有答案。",
    "interrupted: {count} answers were graded.": "已中断：批改了 {count} 个答案。",
    "Error in line {line}: {message}": "第 {line} 行有错误：{message}",
    "The start of {name} is no number.": "{name} 的起点不是一个数。",
    "--{name} needs a positive number, not {value}.": "--{name} 要一个正数，不能是 {value}。",
    "The last good parameters, with the loss {loss}:": "最后一组可用的参数，损失为 {loss}：",
    "what kind of picture is {name}?": "“{name}”是哪种图片？",
    "the point does not say where {letter} is.": "点没有写明 {letter} 的值。",
    "the direction {written}": "方向 {written}",
    "--solve {letter} needs an equation with {letter} in it.":
        "--solve {letter} 需要一个含有 {letter} 的方程。",
    "cannot decide whether there is one between {left} and {right}.":
        "无法判定 {left} 与 {right} 之间有没有。",
    "Every {letter} of a whole stretch will do.": "一整段区间上的 {letter} 都可以。",
    "There is no {letter} between {left} and {right}.":
        "{left} 与 {right} 之间没有这样的 {letter}。",
    "nowhere in this range the slope is {value}.": "这个区间里没有斜率为 {value} 的点。",
    "nowhere in this range f is {value}.": "这个区间里没有 f 取值为 {value} 的点。",
    "the slope is {value} over a whole stretch.": "在一整段区间上斜率都是 {value}。",
    "f is {value} over a whole stretch.": "在一整段区间上 f 都取值 {value}。",
    "undefined: there is no value at any of the {count} points.":
        "没有定义：{count} 个点上都没有值。",
    "a tour: lines to copy and try": "带你试用：可以照抄的例子",
    "--definition is for functions, and this is a curve.":
        "--definition 只用于函数，而这是一条曲线。",
    "{count} lines could not be used; the rest is left out.":
        "已有 {count} 行用不了，其余的不再读了。",
    "Usage: {line}": "用法：{line}",
    "Options:": "选项：",
    "Examples:": "例子：",
    "[OPTIONS]": "[选项]",
    'A formula stands in quotes, a point after --at: slope "x^2 sin x" --at 3':
        '式子放在引号里，点写在 --at 后面：slope "x^2 sin x" --at 3',
    "Did you mean `{line}`?": "你想输入的是 `{line}` 吗？",
    'slope finds no integrals, but checks yours: slope check "2x" "x^2" --integral':
        'slope 不会求积分，但会检查你的积分：slope check "2x" "x^2" --integral',
    'slope finds no single limit; study tells those at holes and poles:'
    ' slope study "sin(x)/x" --range -1 1':
        'slope 不单独求极限；study 会给出间断点处的极限：slope study "sin(x)/x" --range -1 1',
    "slope adds up no series. Write the terms: x + x^2 + x^3.":
        "slope 不会求级数的和。请把各项写出来：x + x^2 + x^3。",
    'A place stands after --at: slope "x^2" --at 3': '点写在 --at 后面：slope "x^2" --at 3',
    "Only the formula stands in quotes. Type: {line}": "引号里只放式子。请输入：{line}",
    "Behind -- stand formulas, and no options. Type: {line}":
        "-- 后面只能是式子，不能是选项。请输入：{line}",
    "written: {file}": "已写入：{file}",
    "The slope between two points is rise over run. Type: {line}":
        "两点间的斜率等于纵坐标之差除以横坐标之差。请输入：{line}",
    "These are {count} curves. Type: {line}": "这是 {count} 条曲线。请输入：{line}",
    "These are two formulas. Type: {line}": "这是两个式子。请输入：{line}",
    "read as: {count} curves, {listed}. A range is --range {left} {right}":
        "读作：{count} 条曲线，{listed}。范围要写成 --range {left} {right}",
    "there is no {letters} in {formula}: that way its slope is 0":
        "{formula} 里没有 {letters}，所以对它的斜率是 0",
    'No letter stands in it, so its slope is 0. For its value type: slope "{formula}"'
    " --order 0 --at 0":
        '式子里没有字母，所以斜率是 0。要求它的值，请输入：slope "{formula}" --order 0 --at 0',
    "{typed} is a point of the plane; here {letter} alone is asked for.":
        "{typed} 是平面上的点；这里只要 {letter} 的值。",
    "Write --at {value}.": "请写 --at {value}。",
    "{line} is an upright line: it has no slope.": "{line} 是一条竖直的直线，没有斜率。",
    "A range has two ends. For a step type: {line}":
        "范围只有两个端点。要规定步长，请输入：{line}",
    "The highest point is the lowest of the opposite. Type: {line}":
        "求最大值就是求相反数的最小值。请输入：{line}",
    "That is asked without a command. Type: {line}": "这要不带命令来问。请输入：{line}",
    "In a session a = 2 is enough; on the command line it is --let a=2.":
        "在对话里直接写 a = 2；在命令行里写 --let a=2。",
    "The command comes first. Type: {line}": "命令要写在最前面。请输入：{line}",
    "The shell put the names of your files for the *. Type: {line}":
        "命令行把 * 换成了你的文件名。请输入：{line}",
    "A formula stands in quotes. Type: {line}": "式子要放在引号里。请输入：{line}",
    "Type: {line}": "请输入：{line}",
    "In quotes it is one formula. Type: {line}": "加上引号才是一个完整的式子。请输入：{line}",
    "I expected one expression, but got {count}: {listed}.":
        "这里只要一个式子，却有 {count} 个：{listed}。",
    "The command comes first: slope {name} ...\n"
    "Type `slope {name} --help` for its options.":
        "命令要写在最前面：slope {name} ...\n"
        "输入 `slope {name} --help` 看它的选项。",
    "which formula? Give one, as in: {line}": "哪个式子？请给出一个，例如：{line}",
    "one of the processes that grade was ended by the system, perhaps out of memory.":
        "有一个批改进程被系统结束了，可能是内存不够。",
    "Try fewer of them, as in --jobs 1.": "请少开几个，如 --jobs 1。",
    "an unknown place": "未知的地方",
    "slope has a mistake of its own: {error} in {where}.\n"
    "It is not your fault. Please report it, with what you typed.":
        "slope 自己出错了：{error}，位置 {where}。\n"
        "这不是你的错。请把你输入的内容一起报告给我们。",
    "cannot write the answer: {why}.": "答案写不出去：{why}。",
    "interrupted.": "已中断。",
    "there is not enough memory for this.": "内存不够。",
    "this takes longer than the limit for one answer; --timeout gives it more.":
        "算得太久，超过了时间限制；用 --timeout 可以多给一些时间。",
    "Type `slope --help` for examples, `slope x --help` for the options.":
        "输入 `slope --help` 看例子，输入 `slope x --help` 看选项。",
    "Type `slope {name} --help` for its options.": "输入 `slope {name} --help` 看它的选项。",
    "Did you mean the command `slope {name}`?": "你想用的是 `slope {name}` 命令吗？",
    "the slope at a point, or the derivative as a formula": "一点的斜率，或者导数的公式",
    "draw curves and their slopes": "画曲线和它们的斜率",
    "the derivative, rule by rule": "一步一步地求导",
    "whether two formulas are the same function": "两个式子是不是同一个函数",
    "whether an answer is right, and what went wrong": "答案对不对，错在哪里",
    "a whole homework file": "批改整份作业",
    "fit a formula to the columns of a file": "用式子拟合文件中的数据",
    "the lowest point of a formula": "式子的最低点",
    "zeros, extrema, poles, where a curve rises and bends": "零点、极值、间断点、单调性、凹凸性",
    "what may be typed": "可以输入什么",
    "I expected two formulas, but got {count}, as in: {example}":
        "这里要两个式子，却有 {count} 个。例如：{example}",
    "there is no option {option}.": "没有 {option} 这个选项。",
    'which curve? Give an expression, as in: slope "x^2" --at 3':
        '哪条曲线？请给出式子，例如：slope "x^2" --at 3',
    "which formulas? Give two, as in: {example}": "哪两个式子？请给出来，例如：{example}",
    "there is no option {option}. Did you mean {near}?":
        "没有 {option} 这个选项。你想输入的是 {near} 吗？",
    "{option} needs two values after it: {option} 0 2.":
        "{option} 后面要跟两个值：{option} 0 2。",
    "{count} answers": "{count} 个答案",
    "--timeout is a number of seconds, above 0 and at most a day.":
        "--timeout 是秒数，要大于 0，最多一天。",
    "This takes longer than {seconds} s, the limit for one answer.":
        "算了 {seconds} 秒还没有结果，已到一个问题的时间限制。",
    "Try something smaller, or give it more time, as in --timeout 60.":
        "请试试简单一些的式子，或者多给些时间，如 --timeout 60。",
    "--solve is for equations of two letters.": "--solve 用于有两个字母的方程。",
    'Write one, as in slope "x^2 + y^2 = 25" --solve y --at x=3.':
        '请写一个，例如 slope "x^2 + y^2 = 25" --solve y --at x=3。',
    "No exact form was found that is short enough to read.": "没有找到足够简短的精确形式。",
    "of several variables there are the orders 1 and 2; else --order begins at 1 here.":
        "多元函数只有 1 阶和 2 阶；其他情况下，这里的 --order 从 1 开始。",
    "of several variables there are the orders 1 and 2; name one with -x.":
        "多元函数只有 1 阶和 2 阶；请用 -x 指明一个字母。",
    "slopes at points: add --at X": "求一点的斜率：请加上 --at X",
    "the derivative as a formula: leave out --range": "求导数的公式：请去掉 --range",
    "the derivative as a formula: leave out --at": "求导数的公式：请去掉 --at",
    "a table: add --range A B": "列表：请加上 --range A B",
    "--at asks for points and --range for a table: leave out one.":
        "--at 求一点的斜率，--range 列表：请去掉一个。",
    "Add the name of a file.": "请加上文件名。",
    "a tangent has the slope of order 1: leave out --order.":
        "切线用的是一阶导数：请去掉 --order。",
    "there was no expression on standard input.": "标准输入里没有式子。",
    "Write one on each line.": "请每行写一个。",
    "--latex and --json exclude each other.": "--latex 和 --json 不能同时用。",
    "--definition needs a point: add --at X.": "--definition 需要一个点：请加上 --at X。",
    "--definition and --hint exclude each other.": "--definition 和 --hint 不能同时用。",
    "the variable is {letter}; constant: {others}. For another one add -x {other}.":
        "自变量是 {letter}；看作常数的是 {others}。要换一个，请加 -x {other}。",
    "Nothing to derive.": "没有要求导的内容。",
    "--slope and --value ask two questions: leave out one.":
        "--slope 和 --value 是两个问题：请去掉一个。",
    "--points and --step both say how many points: leave out one.":
        "--points 和 --step 都规定点的个数：请去掉一个。",
    "--csv and --json are two ways to print one table: leave out one.":
        "--csv 和 --json 是同一张表的两种输出：请去掉一个。",
    "--integral asks for a formula: leave out --at and --order.":
        "--integral 要的是式子：请去掉 --at 和 --order。",

    # Command line: help
    "Whether ANSWER is the derivative of F, and if not, what it looks as if went wrong.":
        "ANSWER 是不是 F 的导数；如果不是，可能错在哪里。",
    "ANSWER is the slope at this point.": "ANSWER 是这一点的斜率。",
    "ANSWER is an antiderivative of F.": "ANSWER 是 F 的一个原函数（不定积分）。",
    "1: where to look, 2: which rule, 3: what it should have been there.":
        "1：该看哪里；2：该用哪条法则；3：那里的正确结果。",
    "Tell the right answer too.": "同时给出正确答案。",
    "This page.": "显示本页。",
    "How many seconds one answer may take (default 5).": "每个问题最多算几秒（默认 5）。",
    "Whether two formulas are the same function: proved, or tried at many points.":
        "两个式子是不是同一个函数：给出证明，或者在许多点上检验。",
    "The derivative as a formula; with --at the slope at a point, every printed digit right.":
        "导数的公式；加上 --at 就求一点的斜率，打印出来的每一位数字都是对的。",
    "The point: 1.0, pi/3, t=2. Repeatable.": "哪一点：1.0、pi/3、t=2。可以重复使用。",
    "At a point: 1/2 or sqrt(3)/2, not decimals.":
        "一点的斜率用精确值，如 1/2、sqrt(3)/2，不用小数。",
    "The formula in its shortest form.": "化到最简的公式。",
    "The formula in Unicode: x², √x.": "用 Unicode 书写公式：x²、√x。",
    "The formula in LaTeX.": "用 LaTeX 书写公式。",
    "The tangent at the point, y = 2x - 1.": "该点的切线，如 y = 2x - 1。",
    "The normal at the point.": "该点的法线。",
    "The Taylor polynomial.": "泰勒多项式。",
    "Of several variables: the slope in a direction.": "多元函数：沿一个方向的方向导数。",
    "Of an equation: find every Y, given the other letter.":
        "对方程：已知另一个字母，求出所有的 Y。",
    "The parameters with which a formula fits the columns of a CSV file best.":
        "求参数，使式子与 CSV 文件中的各列数据拟合得最好。",
    "The column to predict.": "要预测的那一列。",
    "What a miss costs (default: its square; log for 0 or 1).":
        "用什么损失函数（默认为误差的平方；目标是 0 或 1 时可用 log）。",
    "The mean over the rows, not their sum.": "损失取各行的平均值，而不是总和。",
    "Look at N rows at each step, in a shuffled order.": "每步只看 N 行数据，顺序打乱。",
    "Of the shuffling.": "打乱顺序用的随机种子。",
    "Also the model's values for these rows.": "同时给出模型对这些行的预测值。",
    "What may be typed: functions, operators, constants, and their derivatives.":
        "可以输入什么：函数、运算符、常数，以及它们的导数。",
    "Check a whole homework file: a table (CSV), or text as a student writes it.":
        "批改整份作业：表格（CSV），或者学生平常写的文本。",
    "The questions, joined by their id.": "题目文件，按题号 id 对应。",
    "Semicolons between cells, 1,5 for 1.5.": "单元格用分号隔开，1,5 表示 1.5。",
    "Answers are antiderivatives.": "答案是原函数（不定积分）。",
    "The verdicts as a table.": "用表格输出批改结果。",
    "A page to print or to hand back.": "生成一页批改报告，可以打印或发还给学生。",
    "Work on so many answers at a time.": "同时批改多少个答案。",
    "Where to begin (default: 0 for every parameter). Repeatable.":
        "从哪里出发（默认每个参数都是 0）。可以重复使用。",
    "How to go down (default: descent, plain gradient descent).":
        "用什么方法下降（默认 descent，即普通的梯度下降）。",
    "How far a step goes, as a multiple of the slope (default 0.01; newton 1).":
        "学习率：每一步走斜率的多少倍（默认 0.01；newton 为 1）。",
    "How many steps (default 100).": "走多少步（默认 100）。",
    "Stop when a step moves no parameter by more than T.":
        "当一步中每个参数的变化都不超过 T 时停下。",
    "Draw the way down: .png, .svg, .pdf, or - for here.":
        "画出下降的过程：.png、.svg、.pdf，或者用 - 画在这里。",
    "Go down the slopes of a formula to its lowest point.": "沿着下坡方向，走到式子的最低点。",
    "Which letter is the variable.": "哪个字母是自变量。",
    "Give a letter a value. Repeatable.": "给一个字母取值。可以重复使用。",
    "Angles in degrees.": "角度以度为单位。",
    "Refuse what can be read in two ways.": "有两种读法的输入一律拒绝。",
    "1: the slope (default), 2: the slope of the slope, ...":
        "导数的阶数：1 是一阶导数（默认），2 是二阶导数，……",
    "Significant digits, 1 to 10000 (default 15).": "有效数字的位数，1 到 10000（默认 15）。",
    "Ask SymPy for a proof too (slower).": "再请 SymPy 证明（较慢）。",
    "One JSON object a line.": "每行输出一个 JSON 对象。",
    "From A to B, two numbers such as -2pi 2pi.": "从 A 到 B，两个数，如 -2pi 2pi。",
    "How many points, evenly spaced, both ends among them.": "取多少个点，间隔相等，包括两端。",
    "Points from A on, a step H apart.": "从 A 起，每隔 H 取一点。",
    "Comma-separated values.": "输出用逗号分隔的数值（CSV）。",
    "No notes on stderr.": "不在 stderr 上输出说明。",
    "Write a picture: FILE.png, .svg or .pdf.": "把图写到文件：FILE.png、.svg 或 .pdf。",
    "Open a window.": "打开一个窗口。",
    "Only the curve, or its slope.": "只画曲线，或者只画它的斜率。",
    "The curve above its slope.": "曲线在上，斜率在下，分两幅图画。",
    "Also the slope of the slope: --order 2.": "高阶导数也画出来：--order 2 画到二阶导数。",
    "The normal at X.": "X 处的法线。",
    "The heights to be shown.": "图中 y 的范围。",
    "A title.": "标题。",
    "Width and height of a file in inches (default 8 5).":
        "图片的宽和高，以英寸为单位（默认 8 5）。",
    "Light on dark, in a file.": "深色背景（用于图片文件）。",
    "The picture in words.": "用文字描述图形。",
    "The language of all sentences: English or Chinese.": "说哪种语言：en 是英语，zh 是中文。",
    "The derivative, rule by rule, as in class.": "像课堂上那样，一条法则一条法则地求导。",
    "Also the slope at this point.": "同时求这一点的斜率。",
    "At a point: the difference quotient closing in.": "在一点处：看差商怎样逼近导数。",
    "Only the next rule; its pieces; the step.":
        "1：只说下一步用哪条法则；2：法则中各部分是什么；3：这一步的结果。",
    "Also steps such as x' = 1.": "x' = 1 这样的步骤也写出来。",
    "Markdown with LaTeX.": "输出带 LaTeX 的 Markdown。",
    "Zeros, extrema, inflections, poles; where a curve rises and bends, as a table.":
        "零点、极值、拐点、无穷间断点；单调性和凹凸性，列成表。",
    "From A to B (default -10 10, and the limits beyond).":
        "从 A 到 B（默认 -10 10，再加上两端无穷远处的极限）。",
    "Only where the slope is M.": "只求斜率为 M 的点。",
    "Only where f is V: --value 0.": "只求 f 取值为 V 的点，如 --value 0。",
    "Draw curves and their slopes: in the terminal, or with -o in a file. A curve may be a "
    "function, an equation such as x^2 + y^2 = 25, a pair (cos t, sin t), or r = 1 + cos(θ).":
        "画曲线和它们的斜率：画在终端里，或者用 -o 画到文件里。曲线可以是函数，也可以是 x^2 + y^2 "
        "= 25 这样的方程、参数方程 (cos t, sin t) 或极坐标方程 r = 1 + cos(θ)。",
    "From A to B, two numbers such as -2pi 2pi (default -10 10); of t or θ where that draws the "
    "curve.":
        "从 A 到 B，两个数，如 -2pi 2pi（默认 -10 10）；参数方程和极坐标方程则是 t 或 θ 的范围。",
    "Mark zeros, extrema, inflections, poles, holes.":
        "标出零点、极值点、拐点、无穷间断点和可去间断点。",
    "The tangent at X; of an equation at x=3,y=4.": "X 处的切线；方程则写 x=3,y=4。",

    # Help of `slope`
    "The slope of a curve": "曲线的斜率",
    "See it, and follow it": "看图，看步骤",
    "Right or wrong": "对还是错",
    "Go down to the lowest point": "走到最低点",
    "What may be typed": "可以输入什么",
    "# Copy a line and see. After slope alone, formulas need no quotes.":
        "# 照抄一行试试看。只输入 slope 进入对话后，式子不用加引号。",
    "A tour: lines to copy and try.": "带你试用：可以照抄的例子。",
    "the derivative as a formula": "导数的公式",
    "the slope at a point": "一点的斜率",
    "more digits, all of them right": "更多位数字，每一位都对",
    "a table of x, f(x), f'(x)": "x、f(x)、f'(x) 的表",
    "the equation of the tangent": "切线方程",
    "the slope of a curve": "曲线的斜率",
    "a letter with a value": "给字母取值",
    "every rule that is used": "用到的每一条法则",
    "only where to begin": "只提示从哪里开始",
    "chords that become the tangent": "割线怎样变成切线",
    "the curve and its slope, here": "在这里画曲线和它的斜率",
    "two curves, from 0 to 2 pi": "两条曲线，从 0 到 2 pi",
    "with a tangent, into a file": "加一条切线，画到文件里",
    "the picture in words": "用文字描述图形",
    "zeros, extrema, where it rises and bends": "零点、极值、单调性、凹凸性",
    "from 0 to 2 pi": "从 0 到 2 pi",
    "what went wrong": "错在哪里",
    "only where to look": "只提示该看哪里",
    "a slope at a point": "一点的斜率",
    "an antiderivative": "一个原函数",
    "the same function?": "是同一个函数吗？",
    "nearly the same": "几乎一样",
    "columns function and answer": "有 function 和 answer 两列",
    "a page to hand back": "可以发还的批改报告",
    "the questions in another file": "题目在另一个文件里",
    "a line through points": "过这些点的拟合直线",
    "with a picture": "画成图",
    "go down the slope": "沿着下坡走",
    "with the way down": "连同下降路线",
    "all that may be typed": "所有可以输入的内容",
    "one of them in detail": "其中一个的详细说明",
    "# With a file of yours: slope grade --help, slope fit --help":
        "# 用你自己的文件：slope grade --help、slope fit --help",
    "slope: the slope of any curve at any point, every printed digit right.\n"
    "\n"
    '  slope "tanh(x)" --at 1.0          the slope at a point: 0.419974341614026\n'
    '  slope "x^2 sin x"                 the derivative as a formula\n'
    "  slope \"x^2\" --range 0 1           a table of x, f(x), f'(x)\n"
    '  slope "x^2 + y^2 = 25" --at x=3,y=4       curves; also (cos t, sin t), r = ...\n'
    "See it, and follow it:\n"
    '  slope steps "x^2 sin x"           the derivative, rule by rule\n'
    '  slope plot "tan x"                draw it here; -o tan.png makes a picture\n'
    '  slope study "x^3 - 3x"            zeros, extrema, where it rises and bends\n'
    "Right or wrong:\n"
    '  slope check "sin 3x" "cos 3x"     is my answer right, and if not, why?\n'
    '  slope equal "sin(2x)" "2sin(x)cos(x)"     are these the same function?\n'
    "  slope grade homework.csv          a whole homework, for those who teach\n"
    "Learn from data, go down to the lowest point:\n"
    '  slope fit "a x + b" data.csv --target y   slope minimize "(a-1)^2" --start a=0\n'
    "More:\n"
    "  slope                             alone: line after line, without quotes\n"
    "  slope examples                    a tour to be pasted\n"
    "  slope functions                   what may be typed: 2x, |x|, e^-x, LaTeX...\n"
    "\n"
    "Quote the formula. `slope x --help`, `slope plot --help`: all options.\n"
    "`--lang zh`: 中文. `slope --version`: which slope this is.\n":
        "slope：任意曲线在任意一点的斜率，打印出来的每一位数字都是对的。\n"
        "\n"
        '  slope "tanh(x)" --at 1.0          一点的斜率：0.419974341614026\n'
        '  slope "x^2 sin x"                 导数的公式\n'
        "  slope \"x^2\" --range 0 1           x、f(x)、f'(x) 的表\n"
        '  slope "x^2 + y^2 = 25" --at x=3,y=4       曲线；还有 (cos t, sin t)、r = ...\n'
        "看图，看步骤：\n"
        '  slope steps "x^2 sin x"           一步一步地求导\n'
        '  slope plot "tan x"                画在这里；加上 -o tan.png 就画成图片\n'
        '  slope study "x^3 - 3x"            零点、极值、单调性、凹凸性\n'
        "对还是错：\n"
        '  slope check "sin 3x" "cos 3x"     我的答案对吗？错在哪里？\n'
        '  slope equal "sin(2x)" "2sin(x)cos(x)"     这两个式子是同一个函数吗？\n'
        "  slope grade homework.csv          批改整份作业，给老师用\n"
        "从数据中学习，走到最低点：\n"
        '  slope fit "a x + b" data.csv --target y   slope minimize "(a-1)^2" --start a=0\n'
        "更多：\n"
        "  slope                             不加式子：一行一行地问，不用引号\n"
        "  slope examples                    带你试用：可以照抄的例子\n"
        "  slope functions                   可以输入什么：2x、|x|、e^-x、LaTeX……\n"
        "\n"
        "请用引号把式子括起来。`slope x --help`、`slope plot --help`：全部选项。\n"
        "`--lang en`：English。`slope --version`：显示版本。\n",

    # Session
    "what can be typed here; help sin, help plot":
        "这里可以输入什么；也可以输入 help sin、help plot",
    "what is defined": "列出已有的定义",
    "forget a definition: clear f, clear all": "清除定义：clear f、clear all",
    "leave; Ctrl-D does, too": "退出，也可以按 Ctrl-D",
    "which name? Type `clear f`, or `clear all`.": "哪个名字？请输入 `clear f` 或 `clear all`。",
    "this takes longer than the limit for one answer.": "算得太久，超过了一个问题的时间限制。",
    "Nothing is defined yet: type f(x) = x^2, or a = 2.":
        "还没有任何定义：请输入 f(x) = x^2 或 a = 2 这样的定义。",
    "forgotten: {text}": "已清除：{text}",
    "{name} is {value} here, not looked for": "这里 {name} 等于 {value}，不是要求的参数",
    "- reads formulas from another program; here is none.":
        "- 表示从别的程序读取式子，这里没有别的程序。",
    "Type the formula itself.": "请直接输入式子。",
    "read as: {first} and {second}": "读作：{first} 和 {second}",
    "read as: {count} curves, {listed}": "读作：{count} 条曲线，{listed}",
    "the value; as a curve it is flat: slope 0": "这是值；作为曲线它是水平的，斜率为 0",
    "Put a comma between them, as in: check sin 3x, 3 cos 3x":
        "请在中间加逗号，如：check sin 3x, 3 cos 3x",
    "Define it first, as in {head} = x^2": "请先定义，如 {head} = x^2",
    "Write y = x^2 and then y' for its derivative.": "请写 y = x^2，再用 y' 表示它的导数。",
    "To solve it type: {line}": "解方程请输入：{line}",
    'Zeros and extrema are found by: slope study "x^3 - 3x"': (
        '求零点和极值请用：slope study "x^3 - 3x"'
    ),
    "The place stands after --at. Type: {line}": "位置写在 --at 之后。请输入：{line}",
    "The formula stands in front of `at`.": "式子写在 `at` 之前。",
    "`at` needs a place behind it.": "`at` 之后要写位置。",
    "`from` needs two places behind it.": "`from` 之后要写两个位置。",
    "Type: x^2 at 3": "请输入：x^2 at 3",
    "Type: x^2 from 0 to 2": "请输入：x^2 from 0 to 2",
    "the place, behind a formula: x^2 at 3, x^2 at 1 and 2": (
        "式子之后的位置：x^2 at 3，x^2 at 1 and 2"
    ),
    "quit or Ctrl-D leaves": "输入 quit 或按 Ctrl-D 退出",
    "slope {version}: type a formula, such as x^2 sin x; help tells more, quit leaves.":
        "slope {version}：请输入式子，如 x^2 sin x；help 查看帮助，quit 退出。",
    "this says twice where: leave out --at.": "点给了两次：请去掉 --at。",
    "Or write the function alone: f --at 3": "或者只写函数：f --at 3",
    "Type a formula for its derivative, add `at` and a place for the slope there:\n"
    "\n"
    "  x^2 sin x                     the derivative\n"
    "  x^2 sin x at pi/3             the slope at a place\n"
    "  2 + 3                         the value\n"
    "  f(x) = x^2 sin x              give it a name; a = 2 names a number\n"
    "  f'    f''(x)    f(1)    f'(2) the derivatives, the value, the slope at 2\n"
    "  ans                           the last answer, exactly: ans at 1, 2 ans\n"
    "  plot f --range 0 2pi          every command, without quotes:\n"
    "  steps f'                      rule by rule\n"
    "  study f                       zeros, extrema, where it rises and bends\n"
    "  check f, 2x sin x             is this the derivative? A comma between two\n"
    "  equal sin 2x, 2 sin x cos x   are these the same?\n"
    "\n"
    "help sin, help plot: more about one word; functions: all that may be typed.\n"
    "defs: what is defined; clear f: forget it; quit or Ctrl-D: leave.\n"
    "Tab completes a word, the arrow up brings back a line.":
        "输入式子就得到它的导数；后面加上 at 和一个点，就得到那一点的斜率：\n"
        "\n"
        "  x^2 sin x                     导数\n"
        "  x^2 sin x at pi/3             一点的斜率\n"
        "  2 + 3                         求值\n"
        "  f(x) = x^2 sin x              给式子起名；a = 2 给一个数起名\n"
        "  f'    f''(x)    f(1)    f'(2) 导数、二阶导数、函数值、2 处的斜率\n"
        "  ans                           上一个答案（精确值）：ans at 1、2 ans\n"
        "  plot f --range 0 2pi          所有命令都能用，不加引号：\n"
        "  steps f'                      一步一步地求导\n"
        "  study f                       零点、极值、单调性、凹凸性\n"
        "  check f, 2x sin x             这是它的导数吗？两个式子之间加逗号\n"
        "  equal sin 2x, 2 sin x cos x   这两个式子相等吗？\n"
        "\n"
        "help sin、help plot：一个词的说明；functions：所有可以输入的内容。\n"
        "defs：列出已有的定义；clear f：清除定义；quit 或 Ctrl-D：退出。\n"
        "按 Tab 补全单词，按向上键找回前面的输入。",
    "Choose another name, such as {letter} or {word}.": "请换一个名字，如 {letter} 或 {word}。",
    "which letter is the variable: {letters}?": "哪个字母是自变量：{letters}？",
    "{name} is a word of this session.": "{name} 是这里的命令。",
    "Name it, as in {name}({letter}) = ...": "请指明，如 {name}({letter}) = ...",
    "{name} is not defined.": "{name} 没有定义过。",
    "{name} is a letter of curves and their slopes.": "{name} 是表示曲线和斜率用的字母。",
    "{name} is defined by itself.": "{name} 用自己定义了自己。",
    "the slope of a number; that of f at 3 is written f'(3)":
        "这是一个数的斜率；f 在 3 处的斜率要写成 f'(3)",
    "y is a letter here, and not {curve}": "这里的 y 是一个字母，不是 {curve}",
    "{letter} has no value yet: type {letter} = 2": "{letter} 还没有取值，请输入 {letter} = 2",
    "{name} is a number, and {other} is made with it.": "{name} 是一个数，{other} 用到了它。",
    "{text} is not a number.": "{text} 不是一个数。",
    "`defs` lists what is; `clear all` forgets everything.":
        "`defs` 列出已有的定义，`clear all` 清除所有定义。",
    "Write {name}(x) = ..., with x on the right, too.": "请写 {name}(x) = ...，右边也用 x。",
    "Type `clear {other}` first.": "请先输入 `clear {other}`。",
    "{name} is defined in this session.": "{name} 已经在这里定义过了。",
    "Give a number such as 2, -0.5, pi/3 or sqrt(2).":
        "请给出一个数，如 2、-0.5、pi/3 或 sqrt(2)。",
    "Type `clear {name}` first, or use another letter.":
        "请先输入 `clear {name}`，或者换一个字母。",
    "{parameter} has a meaning already.": "{parameter} 已经有别的意义了。",
    "{letter} is the letter of {text}.": "{letter} 是 {text} 的自变量。",
    "Use another letter, or type `clear {name}`.": "请换一个字母，或者输入 `clear {name}`。",
    "There is no last answer yet.": "还没有上一个答案。",
    "The last answer was no number and no formula.": "上一个答案既不是数，也不是式子。",
    "Type a formula first, such as x^2 at 3.": "请先输入一个式子，如 x^2 at 3。",
    "The last answer has no exact form that can be used.": "上一个答案没有可用的精确形式。",
    "{name} is a name from now on, and not {meaning}.":
        "从现在起，{name} 是一个名字，不再表示 {meaning}。",
    "{name} has a meaning in every formula: see `help {name}`.":
        "{name} 在所有式子里都有意义，见 `help {name}`。",
    "I cannot tell where {word} belongs: it stands after {option}.":
        "看不出 {word} 属于哪一部分：它写在 {option} 后面。",
    "I cannot tell where the first formula ends.": "看不出第一个式子在哪里结束。",
    "Write the formula first, and numbers without blanks, as in 2pi.":
        "请先写式子；数里面不要有空格，如 2pi。",
    "Put a comma between them: {both}": "请在中间加逗号：{both}",
    "This quotation mark is not closed.": "这个引号没有闭合。",
    "read as: the variable is {letter} (for the product write -x*{letter})":
        "读作：自变量是 {letter}（乘积请写 -x*{letter}）",
    'Close it with ", or leave both out: here a formula needs none.':
        '请用 " 闭合，或者两个都去掉：这里的式子不需要引号。',
    "For a place write: x^2 at x = 3": "要写点，请这样写：x^2 at x = 3",
    "before: {text}": "之前是：{text}",
    "this changes with it: {text}": "跟着改变的有：{text}",
    "this stays as it was: {text}": "保持不变的有：{text}",
    "For the line type: {formula} --{word}": "要直线，请输入：{formula} --{word}",
    "For the function type: tan({formula})": "要函数，请输入：tan({formula})",
    "{word} stands behind, as an option.": "{word} 是选项，要写在后面。",

    # Function titles
    "or": "或",
    "and": "且",
    "less than": "小于",
    "at most": "小于或等于",
    "greater than": "大于",
    "at least": "大于或等于",
    "equal": "相等",
    "not equal": "不相等",
    "sum": "和",
    "difference": "差",
    "product": "积",
    "quotient": "商",
    "minus": "负号",
    "power": "幂",
    "factorial": "阶乘",
    "square root": "平方根",
    "cube root": "立方根",
    "n-th root: nthroot(x, n)": "n 次方根：nthroot(x, n)",
    "exponential e^x": "指数函数 e^x",
    "natural logarithm": "自然对数",
    "logarithm to a base: log(x, b)": "以 b 为底的对数：log(x, b)",
    "logarithm to base 10": "常用对数，以 10 为底",
    "logarithm to base 2": "以 2 为底的对数",
    "sine": "正弦",
    "cosine": "余弦",
    "tangent": "正切",
    "cotangent": "余切",
    "secant": "正割",
    "cosecant": "余割",
    "inverse sine": "反正弦",
    "inverse cosine": "反余弦",
    "inverse tangent": "反正切",
    "inverse cotangent, between 0 and pi": "反余切，值在 0 与 pi 之间",
    "inverse secant, between 0 and pi": "反正割，值在 0 与 pi 之间",
    "inverse cosecant": "反余割",
    "angle of the point (v, u): atan2(y, x)": "点 (v, u) 的辐角：atan2(y, x)",
    "hyperbolic sine": "双曲正弦",
    "hyperbolic cosine": "双曲余弦",
    "hyperbolic tangent": "双曲正切",
    "hyperbolic cotangent": "双曲余切",
    "hyperbolic secant": "双曲正割",
    "hyperbolic cosecant": "双曲余割",
    "inverse hyperbolic sine": "反双曲正弦",
    "inverse hyperbolic cosine": "反双曲余弦",
    "inverse hyperbolic tangent": "反双曲正切",
    "inverse hyperbolic cotangent": "反双曲余切",
    "inverse hyperbolic secant": "反双曲正割",
    "inverse hyperbolic cosecant": "反双曲余割",
    "absolute value": "绝对值",
    "sign": "符号函数",
    "unit step, 1/2 at 0": "单位阶跃函数，在 0 处取 1/2",
    "ramp: max(x, 0)": "斜坡函数：max(x, 0)",
    "greatest whole number below": "向下取整：不大于 x 的最大整数",
    "least whole number above": "向上取整：不小于 x 的最小整数",
    "whole part": "截尾取整：去掉小数部分",
    "nearest whole number, even at ties": "最接近的整数，两边一样近时取偶数",
    "remainder with the sign of the divisor: mod(x, m)": "余数，符号与除数相同：mod(x, m)",
    "greatest": "最大值",
    "least": "最小值",
    "if(condition, then, otherwise)": "分段函数：if(条件, 成立时, 否则)",
    "length of the hypotenuse": "斜边的长",
    "sin(x)/x, 1 at 0": "sin(x)/x，在 0 处取 1",
    "logistic curve 1/(1+e^(-x))": "S 形曲线 1/(1+e^(-x))",
    "ln(1 + e^x)": "ln(1 + e^x)",
    "error function": "误差函数",
    "1 - erf(x)": "1 - erf(x)",
    "gamma function": "伽马函数",
    "slope of ln(gamma(x))": "ln(gamma(x)) 的导数",
    "n-th derivative of digamma: polygamma(n, x)": "digamma 的 n 阶导数：polygamma(n, x)",
    "w with w e^w = x, the upper branch": "满足 w e^w = x 的 w，取上支",
    "3.14159..., half a turn": "圆周率 3.14159...，半圈的弧度",
    "2.71828..., the base of ln": "自然常数 2.71828...，ln 的底",
    "2 pi, a whole turn": "2 pi，一整圈的弧度",
    "1.61803..., the golden ratio": "1.61803...，黄金比",
    "no value: where no branch of a piecewise function applies": "没有值：分段函数的哪一段都不适用",

    # Names of rules
    "sum rule": "和差法则",
    "product rule": "乘积法则",
    "quotient rule": "商法则",
    "constant multiple rule": "常数倍法则",
    "power rule": "幂法则",
    "exponential rule": "指数函数求导法则",
    "logarithm rule": "对数函数求导法则",
    "piecewise": "分段求导",
    "chain rule": "链式法则",
    "constant rule": "常数法则",
    "reciprocal rule": "倒数法则",
    "logarithmic differentiation": "对数求导法",
    "variable": "自变量",
    "no value": "没有值",

    # Click's own messages
    "Options": "选项",
    "Usage:": "用法：",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Error: {message}": "错误：{message}",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "No such option {name!r}.": "没有 {name!r} 这个选项。",
    "Did you mean {possibility}?": "你想输入的是 {possibility} 吗？",
    "Got unexpected extra argument ({args})": "多了一个参数（{args}）",
    "Got unexpected extra arguments ({args})": "多了一个参数（{args}）",
    "Option {name!r} does not take a value.": "选项 {name!r} 后面不跟值。",
    "Option {name!r} requires an argument.": "选项 {name!r} 后面要跟一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 后面要跟 {nargs} 个值。",
    "{value!r} is not one of {choices}.": "{value!r} 不在可选的值 {choices} 之中。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是合适的数。",
    "(Possible options: {possibilities})": "（可以用的选项：{possibilities}）",

    # Command line: language
    "--lang is {languages}, not {asked}.": "--lang 只能是 {languages}，不能是 {asked}。",
    "{option} needs a value after it.": "{option} 后面要跟一个值。",
    "{one} or {other}": "{one} 或 {other}",

    # Functions
    "typed": "输入",
    "also": "别名",
    "derivative": "导数",
    "where": "条件",
    "where {condition}": "{condition} 时存在",
    "means": "含义",
    "slope": "斜率",
    "everywhere": "处处存在",

    # What the system says
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Is a directory": "这是文件夹",
    "Not a directory": "这不是文件夹",
    "File exists": "文件已经存在",
    "File name too long": "文件名太长",
    "No space left on device": "磁盘空间不足",
    "Read-only file system": "磁盘是只读的",
    "Input/output error": "读写出错",
    "Operation not permitted": "不允许这样操作",
    "Too many open files": "打开的文件太多",
    "Too many levels of symbolic links": "符号链接绕成了圈",
    "Bad file descriptor": "文件描述符不对",
}
# fmt: on
